package org.holdfast.console.signin;

import java.net.URI;
import java.time.Clock;
import org.holdfast.console.ConsoleSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.session.WebSessionManager;

/** Wires signing in: the code flow with a proof key, the session, and denying whatever no table of pages allows. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class SignInWiring {

    @Bean
    WebSessionManager webSessionManager(ConsoleSettings settings) {
        return Sessions.manager(
                settings.console().sessions(), settings.console().secure());
    }

    @Bean
    Issuer issuer(WebClient web, ConsoleSettings settings) {
        ConsoleSettings.Console console = settings.console();
        return new Issuer(
                web,
                settings.security().issuer().toString(),
                new Issuer.Client(
                        console.clientId(),
                        console.clientSecret(),
                        console.publicUrl().resolve("/signed-in").toString()));
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository tokensInTheSession() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager tokens(Issuer issuer, ServerOAuth2AuthorizedClientRepository kept) {
        DefaultReactiveOAuth2AuthorizedClientManager manager =
                new DefaultReactiveOAuth2AuthorizedClientManager(issuer, kept);
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    Callers callers(ReactiveOAuth2AuthorizedClientManager tokens) {
        return new Callers(tokens);
    }

    @Bean
    RolesFromToken rolesFromToken(ConsoleSettings settings) {
        return new RolesFromToken(settings.security().rolesClaim());
    }

    @Bean
    SecurityWebFilterChain accessRules(
            ServerHttpSecurity http, Issuer issuer, Allowed allowed, ConsoleSettings settings, Clock clock) {
        boolean secure = settings.console().secure();
        return http.csrf(csrf -> csrf.csrfTokenRepository(FormTokens.repository(secure))
                        .requireCsrfProtectionMatcher(FormTokens::required)
                        .accessDeniedHandler((exchange, denied) -> ShortPages.notAllowed(exchange)))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .oauth2Login(login -> login.authorizationRequestResolver(new BeginSignIn(issuer))
                        .authorizationRequestRepository(new SignInsBegun(clock, secure))
                        .authenticationMatcher(new PathPatternParserServerWebExchangeMatcher("/signed-in"))
                        .authenticationSuccessHandler((filter, who) -> filter.getExchange()
                                .getSession()
                                .doOnNext(session -> session.setMaxIdleTime(Sessions.life()))
                                .then(ShortPages.goOn(filter.getExchange(), SignInsBegun.wanted(filter.getExchange()))))
                        .authenticationFailureHandler(
                                (filter, failure) -> ShortPages.notSignedIn(filter.getExchange())))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(leaving(issuer, settings)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new NobodySignedIn())
                        .accessDeniedHandler((exchange, denied) -> ShortPages.notAllowed(exchange)))
                .authorizeExchange(allowed::declare)
                .build();
    }

    /** Leaves the issuer too, which sends the browser back to our first page, where the next person signs in. */
    private static ServerLogoutSuccessHandler leaving(Issuer issuer, ConsoleSettings settings) {
        var handler = new OidcClientInitiatedServerLogoutSuccessHandler(issuer);
        handler.setPostLogoutRedirectUri(
                settings.console().publicUrl().resolve("/").toString());
        handler.setLogoutSuccessUrl(URI.create("/"));
        return handler;
    }

    /** Leaving ends at the issuer, and a browser holds a form to that. */
    private static String policy(ConsoleSettings settings) {
        var issuer = settings.security().issuer();
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self' "
                + issuer.getScheme() + "://" + issuer.getAuthority() + "; frame-ancestors 'none'; base-uri 'none'";
    }
}
