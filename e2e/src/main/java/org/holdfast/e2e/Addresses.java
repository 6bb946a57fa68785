package org.holdfast.e2e;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a running stack listens.
 *
 * @param page the one URL
 */
public record Addresses(URI page, URI identity, URI intake, URI triage, URI referral, URI notification) {

    private static final Pattern PORT = Pattern.compile(
            "--port\\.(console|page|identity|intake|triage|referral|notification|broker|controller|store|mail)=([0-9]{1,5})");

    /** Where {@code make run} listens. */
    public static Addresses standard() {
        return of();
    }

    /**
     * Where a stack listens that was started with these arguments.
     *
     * @param arguments {@code --port.PART=NUMBER}, as {@code make run} takes them; what is not said is as usual
     * @throws IllegalArgumentException for the first argument that is not understood, with what to do
     */
    public static Addresses of(String... arguments) {
        Map<String, Integer> ports = new HashMap<>();
        for (String argument : arguments) {
            Matcher port = PORT.matcher(argument);
            if (!port.matches()) {
                throw new IllegalArgumentException("The argument " + argument
                        + " is not understood: give --port.PART=NUMBER as it was given to make run.");
            }
            ports.put(port.group(1), Integer.parseInt(port.group(2)));
        }
        return new Addresses(
                at(ports.getOrDefault("page", 8090)),
                at(ports.getOrDefault("identity", 9000)),
                at(ports.getOrDefault("intake", 8081)),
                at(ports.getOrDefault("triage", 8082)),
                at(ports.getOrDefault("referral", 8083)),
                at(ports.getOrDefault("notification", 8084)));
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
