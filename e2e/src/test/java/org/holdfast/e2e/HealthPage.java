package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;

/** What the health of each service says while something is wrong, and that it says so no longer than that. */
record HealthPage(Fleet fleet) {

    private static final Duration MENDING = Duration.ofMinutes(3);

    /** The service is red and says this. */
    void isRed(Part part, String words) {
        Eventually.get(
                "health of " + part + " to say " + words,
                () -> fleet.asNobody(part).get("/health"),
                reply -> reply.status() == 503 && reply.body().contains(words));
    }

    /** The service is dead: its health gives no answer, which the page of a local stack shows as "no answer". */
    void isSilent(Part part) {
        assertThatThrownBy(() -> fleet.asNobody(part).get("/health")).isInstanceOf(Api.Unreachable.class);
    }

    /** Every service is red and says this. */
    void isRedEverywhere(String words) {
        for (Part part : Part.values()) {
            isRed(part, words);
        }
    }

    /** Every service is green again. */
    void isGreenEverywhere() {
        for (Part part : Part.values()) {
            isGreen(part);
        }
    }

    /** Nothing is wrong with the service any more. */
    void isGreen(Part part) {
        Eventually.get(
                "health of " + part + " to be green",
                MENDING,
                () -> fleet.asNobody(part).get("/health"),
                reply -> reply.status() == 200);
    }
}
