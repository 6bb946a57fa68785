package org.holdfast.identity.store;

import java.util.Objects;
import org.holdfast.identity.domain.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Shows the stored people to the framework that checks their passwords. */
public final class SigningIn implements UserDetailsService, UserDetailsPasswordService {

    private final People people;

    public SigningIn(People people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        return people.find(typed)
                .map(SigningIn::details)
                .orElseThrow(() -> new UsernameNotFoundException("nobody signs in by this name"));
    }

    @Override
    public UserDetails updatePassword(UserDetails person, @Nullable String hashed) {
        people.rehash(person.getUsername(), Objects.requireNonNull(hashed));
        return loadUserByUsername(person.getUsername());
    }

    private static UserDetails details(Person person) {
        return User.withUsername(person.id())
                .password(person.password())
                .disabled(!person.active())
                .roles(person.roles().stream().map(Enum::name).toArray(String[]::new))
                .build();
    }
}
