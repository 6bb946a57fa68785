package org.holdfast.console.signin;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/**
 * Who may ask for what; whatever is not in it is denied.
 *
 * @param rows one for each method and path
 */
public record Allowed(List<Row> rows) {

    /**
     * @param method how it is asked
     * @param path a path pattern
     * @param roles who may; empty for everybody
     */
    public record Row(HttpMethod method, String path, Set<String> roles) {}

    void declare(AuthorizeExchangeSpec exchanges) {
        for (Row row : rows) {
            var access = exchanges.matchers(new PathPatternParserServerWebExchangeMatcher(row.path(), row.method()));
            if (row.roles().isEmpty()) {
                access.permitAll();
            } else {
                access.hasAnyRole(row.roles().toArray(String[]::new));
            }
        }
        exchanges.anyExchange().denyAll();
    }
}
