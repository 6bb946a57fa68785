package org.holdfast.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Prints the hash of a secret read from standard input, for the settings of people and clients. */
public final class HashSecret {

    private HashSecret() {}

    public static void main(String[] arguments) throws IOException {
        String secret = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (secret == null || secret.length() < 12) {
            System.err.println("give a secret of at least 12 characters on standard input");
            System.exit(2);
            return;
        }
        System.out.println(
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(secret));
    }
}
