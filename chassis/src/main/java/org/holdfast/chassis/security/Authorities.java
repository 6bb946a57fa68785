package org.holdfast.chassis.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** Reads roles and scopes out of a token; the claims {@code scope} (text) and {@code scp} (list) are both understood. */
final class Authorities implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    private final String rolesClaim;

    Authorities(String rolesClaim) {
        this.rolesClaim = rolesClaim;
    }

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt jwt) {
        List<GrantedAuthority> granted = new ArrayList<>();
        words(jwt.getClaim(rolesClaim)).forEach(role -> granted.add(new SimpleGrantedAuthority("ROLE_" + role)));
        Stream.concat(words(jwt.getClaim("scope")), words(jwt.getClaim("scp")))
                .distinct()
                .forEach(scope -> granted.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return Mono.just(new JwtAuthenticationToken(jwt, granted));
    }

    private static Stream<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
            case Collection<?> list ->
                list.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
