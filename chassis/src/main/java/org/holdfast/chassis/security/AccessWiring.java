package org.holdfast.chassis.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Denies every exchange but those that a {@link Routes} bean declares, to those who have the permission. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
class AccessWiring {

    @Bean
    SecurityWebFilterChain accessRules(
            ServerHttpSecurity http,
            ObjectProvider<Routes> routes,
            ReactiveJwtDecoder decoder,
            Authorities authorities) {
        Routes declared = Routes.merged(routes.orderedStream().toList());
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // only bearer tokens, never a cookie
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeExchange(exchanges -> declare(exchanges, declared))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new Challenge())
                        .accessDeniedHandler((exchange, denied) -> Mono.error(denied)))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(new Challenge())
                        .accessDeniedHandler((exchange, denied) -> Mono.error(denied))
                        .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(authorities)))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> declaredRoutes(ObjectProvider<Routes> routes) {
        return Routes.merged(routes.orderedStream().toList()).router();
    }

    @Bean
    ReactiveJwtDecoder tokenDecoder(SecuritySettings settings) {
        return TokenDecoder.of(settings);
    }

    @Bean
    Authorities tokenAuthorities(SecuritySettings settings) {
        return new Authorities(settings.rolesClaim());
    }

    /** A request that the firewall turns away reaches the problem handling like any other error. */
    @Bean
    ServerExchangeRejectedHandler exchangeRejections() {
        return (exchange, rejected) -> Mono.error(rejected);
    }

    private static void declare(ServerHttpSecurity.AuthorizeExchangeSpec exchanges, Routes declared) {
        for (Routes.Route route : declared.table()) {
            Permission permission = route.permission();
            var access =
                    exchanges.matchers(new PathPatternParserServerWebExchangeMatcher(route.path(), route.method()));
            if (permission.kind() == Permission.Kind.OPEN) {
                access.permitAll();
            } else {
                access.access((who, context) -> who.filter(JwtAuthenticationToken.class::isInstance)
                        .map(token -> permission.allows(Actor.from((JwtAuthenticationToken) token)))
                        .defaultIfEmpty(false)
                        .map(AuthorizationDecision::new));
            }
        }
        // another method on a declared path is answered with 405 by the router, to those who are signed in
        declared.paths().keySet().forEach(path -> exchanges.pathMatchers(path).authenticated());
        exchanges.anyExchange().denyAll();
    }
}
