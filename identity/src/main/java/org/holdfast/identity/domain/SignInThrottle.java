package org.holdfast.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Slows down the guessing of passwords without locking anybody out for long.
 *
 * <p>One person from one address waits up to 15 minutes, an address that tries many people likewise; a person tried from many addresses
 * waits at most a minute, because a stranger must not be able to keep a counselor from their shift.
 */
public final class SignInThrottle {

    private final Tries byPersonAndAddress = new Tries(3, Duration.ofMinutes(15));
    private final Tries byAddress = new Tries(20, Duration.ofMinutes(15));
    private final Tries byPerson = new Tries(10, Duration.ofMinutes(1));

    /** How long this person from this address has to wait; zero when the try may be made, which is then counted. */
    public Duration attempt(String person, String address, Instant now) {
        String pair = pair(person, address);
        Duration wait =
                longest(byPersonAndAddress.wait(pair, now), byAddress.wait(address, now), byPerson.wait(person, now));
        if (wait.isZero()) {
            byPersonAndAddress.count(pair, now);
            byAddress.count(address, now);
            byPerson.count(person, now);
        }
        return wait;
    }

    /** The counted try was good. */
    public void succeeded(String person, String address, Instant now) {
        byPersonAndAddress.forget(pair(person, address));
        byPerson.forget(person);
        byAddress.forgive(address, now);
    }

    private static String pair(String person, String address) {
        return person + '\n' + address;
    }

    private static Duration longest(Duration... waits) {
        Duration longest = Duration.ZERO;
        for (Duration wait : waits) {
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }
}
