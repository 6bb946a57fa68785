package org.holdfast.identity.domain;

import java.util.Locale;
import java.util.Set;

/**
 * Someone who signs in.
 *
 * @param id the name typed at sign-in and the subject of tokens; lower case
 * @param name the name shown
 * @param roles what the person may do
 * @param password a hash with its algorithm in front, as {@code {bcrypt}$2a$...}
 * @param active whether the person may sign in
 */
public record Person(String id, String name, Set<Role> roles, String password, boolean active) {

    public Person {
        Hash.require(password, "person " + id);
        id = idOf(id);
        roles = Set.copyOf(roles);
    }

    /** The id for what somebody typed. */
    public static String idOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
