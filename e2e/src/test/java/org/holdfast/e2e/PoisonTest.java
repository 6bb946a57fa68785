package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be read is buried, listed, redriven and dropped; on an urgent lane a person is called. */
class PoisonTest {

    private final Fleet fleet = Shared.fleet();
    private final Night night = new Night(fleet);
    private final HealthPage health = new HealthPage(fleet);
    private final Bus bus = new Bus(fleet.kafka());

    @AfterEach
    void tidy() {
        night.dropLetters();
        night.nothingIsBuried();
        health.isGreen(Part.TRIAGE);
    }

    private void put(String type, byte[] payload) {
        bus.put(
                "contacts-urgent",
                "case-poison",
                Map.of("specversion", "1.0", "id", UUID.randomUUID().toString(), "source", "/test", "type", type),
                payload);
    }

    @Test
    void anUndecodableUrgentMessageIsBuriedAndTheSafetyNetIsCalled() {
        int before = fleet.phones().pages("sam").size();

        put("org.holdfast.intake.contact-recorded.v1", new byte[] {(byte) 0xff, 0, 1});

        Eventually.get("the letter", () -> night.letters(Part.TRIAGE), text -> text.contains("UNDECODABLE"));
        Eventually.get("a call to the safety net", () -> fleet.phones().pages("sam"), pages -> pages.size() > before);
        health.isRed(Part.TRIAGE, "dead letters");
        Api admin = fleet.as(Part.TRIAGE, "ada", "admin");
        String id = admin.get("/admin/dead-letters").json().at("/items/0/id").asString();
        assertThat(admin.post("/admin/dead-letters/" + id + "/redrive", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(night.letters(Part.TRIAGE)).contains(id);
    }

    @Test
    void aMessageOfAnUnknownMajorVersionIsBuried() {
        put("org.holdfast.intake.contact-recorded.v2", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        Eventually.get("the letter", () -> night.letters(Part.TRIAGE), text -> text.contains("UNKNOWN_MAJOR_VERSION"));
        health.isRed(Part.TRIAGE, "dead letters");
    }

    @Test
    void deadLettersAreForAdministratorsOnly() {
        for (String role : List.of("operator", "counselor", "supervisor")) {
            assertThat(fleet.as(Part.TRIAGE, "eve", role)
                            .get("/admin/dead-letters")
                            .status())
                    .isEqualTo(403);
        }
    }
}
