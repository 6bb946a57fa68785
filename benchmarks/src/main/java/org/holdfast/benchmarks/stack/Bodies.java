package org.holdfast.benchmarks.stack;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.benchmarks.load.Kind;

/** What the desk sends: one request for each contact, with its answers. */
public final class Bodies {

    private static final String PLACE = "\"place\":{\"latitude\":39.29,\"longitude\":-76.61}";
    private static final String URGENT = contact("{\"item\":\"cssrs.q4\",\"value\":\"YES\"}");
    private static final String ROUTINE = contact(IntStream.rangeClosed(1, 6)
            .mapToObj(i -> "{\"item\":\"cssrs.q" + i + "\",\"value\":\"NO\"}")
            .collect(Collectors.joining(",")));

    private Bodies() {}

    /** The contact of this kind. */
    public static String contact(Kind kind) {
        return kind == Kind.URGENT ? URGENT : ROUTINE;
    }

    /** A search for that contact. */
    public static String referral(String contactId, String caseId) {
        return "{\"contactId\":\"" + contactId + "\",\"caseId\":\"" + caseId + "\",\"need\":\"mental-health\"," + PLACE
                + ",\"language\":\"en\"}";
    }

    private static String contact(String answers) {
        return "{\"channel\":\"CHAT\",\"relation\":\"SELF\",\"language\":\"en\"," + PLACE
                + ",\"needs\":[\"mental-health\"],\"answers\":[" + answers + "]}";
    }
}
