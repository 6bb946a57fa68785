package org.holdfast.e2e;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** {@code make demo}: one contact travels through the running stack, and its trail is printed with times. */
public final class Demo {

    private static final String SECRET = "holdfast-demo";

    private Demo() {}

    public static void main(String[] arguments) {
        try {
            travel(addresses(arguments), System.out);
        } catch (Api.Unreachable nobody) {
            System.err.println(nobody.getMessage());
            System.exit(1);
        }
    }

    private static Addresses addresses(String... arguments) {
        try {
            return Addresses.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    /** Sends one contact all the way through the stack there, and prints its steps and then its trail; returns its journey. */
    static Journey travel(Addresses at, PrintStream out) {
        People people = people(at);
        long begun = System.nanoTime();
        Journey journey = new Journey(people, step -> {
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            out.printf(Locale.ROOT, "%7.3f s  %s%n", millis / 1000.0, step);
        });
        journey.open();
        journey.answer("cssrs.q1", "YES");
        journey.answer("cssrs.q2", "YES");
        journey.seesCode("C");
        journey.answer("cssrs.q4", "YES");
        journey.seesCode("B");
        journey.note();
        journey.acknowledgeByLink();
        journey.answer("cssrs.q4", "NO");
        journey.seesCode("B");
        journey.refer();
        journey.helpIsReceived();
        journey.close();
        out.println();
        out.println("The trail of case " + journey.caseId() + " (" + at.page() + "):");
        for (JsonNode line : journey.trail().path("entries")) {
            out.printf(
                    "%-26s %-13s %-24s v%-3s %s%n",
                    line.path("at").asString(),
                    line.path("service").asString(),
                    line.path("what").asString(),
                    line.path("version").asString(),
                    line.path("facts"));
        }
        return journey;
    }

    /** The demo people, signed in at the stack's own issuer, with the phones that the stack's page shows. */
    public static People people(Addresses at) {
        SignIn issuer = new SignIn(at.identity());
        String operator = issuer.person("olu", SECRET);
        return new People(
                new Api(at.intake(), operator),
                new Api(at.referral(), operator),
                new Api(at.notification(), issuer.person("ana", SECRET)),
                new Api(at.notification(), ""),
                new Api(at.referral(), issuer.client("agency-harbor", SECRET, "referrals.respond")),
                new Api(at.referral(), issuer.client("agency-shelter", SECRET, "referrals.respond")),
                person -> phone(at, person));
    }

    private static List<String> phone(Addresses at, String person) {
        List<String> bodies = new ArrayList<>();
        JsonNode pages =
                new Api(at.page(), "").get("/phone/" + person).expect(200).json();
        for (JsonNode page : pages.path("items")) {
            bodies.add(page.path("body").asString());
        }
        return bodies;
    }
}
