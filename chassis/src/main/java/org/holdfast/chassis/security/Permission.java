package org.holdfast.chassis.security;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an actor needs to have for a route: one of the roles, or one of the scopes.
 *
 * @param kind how the roles and scopes are read
 * @param roles any one of these suffices
 * @param scopes any one of these suffices
 */
public record Permission(Kind kind, Set<String> roles, Set<String> scopes) {

    /** How a permission is read. */
    public enum Kind {
        /** No token is needed. */
        OPEN,
        /** Any valid token suffices. */
        SIGNED_IN,
        /** One of the roles or scopes is needed. */
        GRANTED
    }

    public Permission {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        if (kind == Kind.GRANTED && roles.isEmpty() && scopes.isEmpty()) {
            throw new IllegalArgumentException("a permission names at least one role or scope");
        }
    }

    /** One of these roles is needed. */
    public static Permission role(String... roles) {
        return new Permission(Kind.GRANTED, Set.of(roles), Set.of());
    }

    /** One of these scopes is needed. */
    public static Permission scope(String... scopes) {
        return new Permission(Kind.GRANTED, Set.of(), Set.of(scopes));
    }

    /** Any valid token suffices. */
    public static Permission signedIn() {
        return new Permission(Kind.SIGNED_IN, Set.of(), Set.of());
    }

    static Permission open() {
        return new Permission(Kind.OPEN, Set.of(), Set.of());
    }

    /** This or the other; both name roles or scopes. */
    public Permission or(Permission other) {
        if (kind != Kind.GRANTED || other.kind != Kind.GRANTED) {
            throw new IllegalArgumentException("only permissions that name roles or scopes can be joined");
        }
        return new Permission(Kind.GRANTED, union(roles, other.roles), union(scopes, other.scopes));
    }

    /** Whether the actor, if there is one, has what is needed. */
    public boolean allows(@Nullable Actor actor) {
        return switch (kind) {
            case OPEN -> true;
            case SIGNED_IN -> actor != null;
            case GRANTED -> actor != null && actor.hasAny(roles, scopes);
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case OPEN -> "open";
            case SIGNED_IN -> "signed in";
            case GRANTED ->
                Stream.concat(
                                roles.stream().sorted().map(r -> "role " + r),
                                scopes.stream().sorted().map(s -> "scope " + s))
                        .collect(Collectors.joining(" or "));
        };
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
