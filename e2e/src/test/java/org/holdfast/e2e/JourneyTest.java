package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.junit.jupiter.api.Test;

/** One contact travels from the desk to a counselor's acknowledgement and an agency's acceptance. */
class JourneyTest {

    private final Fleet fleet = Shared.fleet();

    @Test
    void oneContactTravelsTheWholeWay() {
        List<String> said = new ArrayList<>();
        Journey journey = new Journey(Staff.of(fleet), said::add);
        journey.open();
        journey.answer("cssrs.q1", "YES");
        journey.answer("cssrs.q2", "YES");
        journey.seesCode("C");
        journey.answer("cssrs.q4", "YES");
        Reply outcome = journey.seesCode("B");
        assertThat(outcome.json().at("/explanations/0/rule").asString()).isEqualTo("R12");
        assertThat(outcome.json().at("/explanations/0/source").asString()).contains("Columbia");
        assertThat(outcome.text("protocol")).isEqualTo("crisis-triage 1.0.0");
        journey.note();
        journey.acknowledgeByLink();
        journey.answer("cssrs.q4", "NO");
        journey.seesCode("B");
        journey.refer();
        journey.helpIsReceived();
        journey.close();

        List<String> trail = new ArrayList<>();
        journey.trail()
                .path("entries")
                .forEach(line -> trail.add(line.path("service").asString() + " "
                        + line.path("what").asString()));
        assertThat(trail).anyMatch(line -> line.startsWith("triage"));
        assertThat(trail).anyMatch(line -> line.startsWith("notification"));
        assertThat(trail).anyMatch(line -> line.startsWith("referral"));
        assertThat(said).hasSizeGreaterThan(12);
    }

    @Test
    void nothingPersonalIsAnywhereButInTheVault() throws Exception {
        Journey journey = new Journey(Staff.of(fleet), step -> {});
        journey.open();
        journey.answer("cssrs.q4", "YES");
        journey.note();
        journey.answer("made.up-item", Journey.PERSONAL.get(4));
        journey.acknowledgeByLink();
        journey.refer();
        journey.helpIsReceived();
        journey.close();

        new Bus(fleet.kafka())
                .put(
                        "contacts-urgent",
                        "case-marked",
                        Map.of("specversion", "1.0", "id", "marked", "source", "/test"),
                        "a marked dead letter".getBytes(StandardCharsets.UTF_8));

        Night night = new Night(fleet);
        Secrecy secrecy = new Secrecy(fleet);
        assertThat(secrecy.everythingSaid()).as("places that were searched").hasSizeGreaterThan(20);
        assertThat(secrecy.findings(Journey.PERSONAL)).isEmpty();
        assertThat(secrecy.findings(List.of(journey.contactId())))
                .as("the search finds what is there")
                .isNotEmpty();
        Eventually.get(
                "the marked letter", () -> night.letters(Part.TRIAGE), text -> text.contains("NOT_A_CLOUD_EVENT"));
        assertThat(secrecy.findings(List.of("a marked dead letter")))
                .as("the search reads dead letters too")
                .anyMatch(place -> place.contains("triage.dead_letters"));
        assertThat(secrecy.wireFaults()).isEmpty();
        night.dropLetters();
    }
}
