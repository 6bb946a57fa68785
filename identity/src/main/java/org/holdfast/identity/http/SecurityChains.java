package org.holdfast.identity.http;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The two chains of filters: the protocol's own addresses, and the pages. */
public final class SecurityChains {

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityChains() {}

    /** Refuses an address with an encoded character in its path: no page here has one, so each has one spelling. */
    public static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.getEncodedUrlBlocklist().add("%");
        return firewall;
    }

    /** The addresses of OAuth 2.1 and OpenID Connect; a browser that is not signed in is sent to the form. */
    public static SecurityFilterChain protocol(HttpSecurity http, ClientTries tries) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc ->
                    oidc.logoutEndpoint(logout -> logout.authenticationProviders(providers -> providers.stream()
                            .filter(OidcLogoutAuthenticationProvider.class::isInstance)
                            .map(OidcLogoutAuthenticationProvider.class::cast)
                            .forEach(provider -> provider.setAuthenticationValidator(new SigningOut())))));
        });
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(withDefaults()))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"), browser))
                .addFilterAfter(tries, HeaderWriterFilter.class)
                .build();
    }

    /** The form and what little is beside it. */
    public static SecurityFilterChain pages(HttpSecurity http, SignInTries tries) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/sign-in", "/sign-in.css", "/health", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY)))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("person")
                        .passwordParameter("password")
                        .successHandler(tries.onSuccess())
                        .failureHandler(tries.onFailure()))
                .addFilterBefore(tries, UsernamePasswordAuthenticationFilter.class)
                .build();
    }
}
