package org.holdfast.chassis.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** The routes of a service with the permission each needs; what is not declared here cannot be reached. */
public final class Routes {

    /**
     * One declared route.
     *
     * @param path a pattern such as {@code /contacts/{id}}
     */
    public record Route(HttpMethod method, String path, Permission permission) {
        @Override
        public String toString() {
            return method + " " + path + " (" + permission + ")";
        }
    }

    private final List<Route> table;
    private final Map<Route, HandlerFunction<ServerResponse>> handlers;

    private Routes(List<Route> table, Map<Route, HandlerFunction<ServerResponse>> handlers) {
        this.table = List.copyOf(table);
        this.handlers = Map.copyOf(handlers);
    }

    /** Begins an empty declaration. */
    public static Builder routes() {
        return new Builder();
    }

    /** The routes of all declarations as one, so that a path may be shared between them. */
    static Routes merged(List<Routes> all) {
        Builder builder = routes();
        for (Routes routes : all) {
            routes.table.forEach(builder::declare);
            builder.handlers.putAll(routes.handlers);
        }
        return builder.build();
    }

    /** Every declared route, in the order of declaration, which is the order of matching. */
    public List<Route> table() {
        return table;
    }

    /** What answers the routes; another method on a declared path is answered with 405. */
    RouterFunction<ServerResponse> router() {
        if (handlers.isEmpty()) {
            return request -> Mono.empty();
        }
        RouterFunctions.Builder router = RouterFunctions.route();
        for (Route route : table) {
            HandlerFunction<ServerResponse> handler = handlers.get(route);
            if (handler != null) {
                router.route(
                        RequestPredicates.method(route.method()).and(RequestPredicates.path(route.path())),
                        request -> guarded(route, handler, request));
            }
        }
        paths().forEach((path, methods) -> router.route(
                RequestPredicates.path(path).and(request -> !methods.contains(request.method())),
                request -> Mono.error(new MethodNotAllowedException(request.method(), methods))));
        return router.build();
    }

    /** The handled paths with the methods declared for each. */
    Map<String, Set<HttpMethod>> paths() {
        return table.stream()
                .filter(handlers::containsKey)
                .collect(Collectors.groupingBy(
                        Route::path,
                        LinkedHashMap::new,
                        Collectors.mapping(Route::method, Collectors.toCollection(TreeSet::new))));
    }

    private static Mono<ServerResponse> guarded(
            Route route, HandlerFunction<ServerResponse> handler, ServerRequest request) {
        return Actor.of(request)
                .map(actor -> route.permission().allows(actor) ? Access.YES : Access.NO)
                .defaultIfEmpty(route.permission().allows(null) ? Access.YES : Access.NOBODY)
                .flatMap(access -> switch (access) {
                    case YES -> handler.handle(request);
                    case NO -> Mono.error(new AccessDeniedException("not permitted"));
                    case NOBODY -> Mono.error(new AuthenticationCredentialsNotFoundException("no token"));
                });
    }

    private enum Access {
        YES,
        NO,
        NOBODY
    }

    /** Collects routes; the same method and path twice is refused. */
    public static final class Builder {

        private final List<Route> table = new ArrayList<>();
        private final Map<Route, HandlerFunction<ServerResponse>> handlers = new LinkedHashMap<>();

        private Builder() {}

        /** A GET for those who have the permission. */
        public Builder get(String path, Permission permission, HandlerFunction<ServerResponse> handler) {
            return route(HttpMethod.GET, path, permission, handler);
        }

        /** A POST for those who have the permission. */
        public Builder post(String path, Permission permission, HandlerFunction<ServerResponse> handler) {
            return route(HttpMethod.POST, path, permission, handler);
        }

        /** A PUT for those who have the permission. */
        public Builder put(String path, Permission permission, HandlerFunction<ServerResponse> handler) {
            return route(HttpMethod.PUT, path, permission, handler);
        }

        /** A DELETE for those who have the permission. */
        public Builder delete(String path, Permission permission, HandlerFunction<ServerResponse> handler) {
            return route(HttpMethod.DELETE, path, permission, handler);
        }

        /** A route that anybody may ask without a token. */
        public Builder open(HttpMethod method, String path, HandlerFunction<ServerResponse> handler) {
            return route(method, path, Permission.open(), handler);
        }

        /** A GET that other machinery answers (health, meters), for those who have the permission. */
        public Builder elsewhere(String path, Permission permission) {
            return declare(new Route(HttpMethod.GET, path, permission));
        }

        /** A GET that other machinery answers (health), for anybody. */
        public Builder openElsewhere(String path) {
            return declare(new Route(HttpMethod.GET, path, Permission.open()));
        }

        /** The declaration is done. */
        public Routes build() {
            return new Routes(table, handlers);
        }

        private Builder route(
                HttpMethod method, String path, Permission permission, HandlerFunction<ServerResponse> handler) {
            Route route = new Route(method, path, permission);
            declare(route);
            handlers.put(route, handler);
            return this;
        }

        Builder declare(Route route) {
            boolean twice = table.stream()
                    .anyMatch(other -> other.method().equals(route.method())
                            && other.path().equals(route.path()));
            if (twice) {
                throw new IllegalArgumentException("declared twice: " + route.method() + " " + route.path());
            }
            table.add(route);
            return this;
        }
    }
}
