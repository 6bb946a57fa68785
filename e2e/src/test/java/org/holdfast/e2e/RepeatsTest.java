package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.HeldValue;
import org.holdfast.contracts.intake.ItemValues;
import org.holdfast.e2e.fleet.FakePhones;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages come twice, in another order, or overtake each other: nothing happens twice and no risk answer is lost. */
@Tag("slow")
class RepeatsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");

    private final Fleet fleet = Shared.fleet();
    private final Night night = new Night(fleet);
    private final Bus bus = new Bus(fleet.kafka());

    private Map<String, Long> pages() {
        return fleet.phones().pages().stream()
                .collect(Collectors.groupingBy(FakePhones.Page::id, Collectors.counting()));
    }

    @Test
    void everythingToldTwiceMoreInAnotherOrderChangesNothing() {
        List<Night.Taken> taken = moreUrgentSince(night.burst(40, 4, () -> {}));
        night.nothingIsLost(taken);
        Eventually.get("calm", Duration.ofMinutes(2), bus::lag, lag -> lag == 0);
        Map<String, Long> before = pages();
        Map<String, String> outcomes = outcomes(taken);

        bus.repeatShuffled(bus.everything(), Seeds.random(RepeatsTest.class));

        Eventually.get("calm again", Duration.ofMinutes(3), bus::lag, lag -> lag == 0);
        assertThat(outcomes(taken)).isEqualTo(outcomes);
        assertThat(pages()).as("each page came as often as before").isEqualTo(before);
        night.nothingIsLost(taken);
    }

    /** While nobody hears, every record is taken off the bus and comes back twice, in another order: nothing of it was heard before. */
    @Test
    void whatIsHeardForTheFirstTimeTwiceAndInAnotherOrderIsAlertedOnce() {
        try (Fleet apart = Fleet.start("shuffled", Roster.patient(), Part.TRIAGE, Part.REFERRAL, Part.NOTIFICATION)) {
            Night shuffled = new Night(apart);
            Bus wire = new Bus(apart.kafka());
            List<Part> hearing = List.of(Part.TRIAGE, Part.REFERRAL, Part.NOTIFICATION);
            hearing.forEach(part -> apart.service(part).kill());
            List<Night.Taken> taken = shuffled.burst(24, 4, () -> {}).stream()
                    .map(one -> one.urgent() ? one : shuffled.saysARisk(one))
                    .toList();
            List<String> topics = List.of("contacts", "contacts-urgent");
            List<ConsumerRecord<byte[], byte[]>> told = Eventually.get(
                    "every version of every contact on the bus",
                    Duration.ofMinutes(1),
                    () -> wire.everything().stream()
                            .filter(record -> topics.contains(record.topic()))
                            .toList(),
                    all -> all.size() >= 2 * taken.size() - 6);
            topics.forEach(wire::deleteRecords);
            wire.repeatShuffled(told, Seeds.random(RepeatsTest.class));

            hearing.forEach(part -> apart.service(part).restart());

            shuffled.nothingIsLost(taken);
            shuffled.everyUrgentOneIsPagedForOnce();
            shuffled.nothingIsBuried();
            new HealthPage(apart).isGreenEverywhere();
        }
    }

    /** Those that were not urgent are assessed and then say a risk: so each has an assessment that must not come back. */
    private List<Night.Taken> moreUrgentSince(List<Night.Taken> opened) {
        night.nothingIsLost(opened);
        return opened.stream()
                .map(one -> one.urgent() ? one : night.saysARisk(one))
                .toList();
    }

    private Map<String, String> outcomes(List<Night.Taken> taken) {
        return taken.stream().collect(Collectors.toMap(Night.Taken::contactId, one -> {
            Reply reply = night.outcome(one);
            return reply.text("code") + reply.text("explanations") + reply.text("/alert/state");
        }));
    }

    @Test
    void aCorrectionThatOvertakesTheRiskAnswerDoesNotTakeItBack() {
        String contact = UUID.randomUUID().toString().replace("-", "");
        HeldValue yes = new HeldValue("YES", 2, NOW);
        HeldValue no = new HeldValue("NO", 3, NOW.plusSeconds(5));
        int before = fleet.phones().pages("ana").size();

        put("contacts", recorded(contact, 3, yes, no));

        Eventually.get("the page", () -> fleet.phones().pages("ana"), pages -> pages.size() > before);
        put("contacts-urgent", recorded(contact, 2, yes));
        Eventually.get("calm", Duration.ofMinutes(1), bus::lag, lag -> lag == 0);
        Reply assessment = fleet.as(Part.TRIAGE, "olu", "operator")
                .get("/assessments/" + contact)
                .expect(200);
        assertThat(assessment.text("code")).isEqualTo("B");
    }

    private static ContactRecorded recorded(String contact, long version, HeldValue... values) {
        return new ContactRecorded(
                contact,
                "case-" + contact,
                version,
                "PHONE",
                "SELF",
                null,
                null,
                List.of(),
                List.of(new ItemValues("cssrs.q4", List.of(values))),
                "OPEN",
                null,
                NOW,
                NOW.plusSeconds(version));
    }

    private void put(String topic, ContactRecorded message) {
        bus.put(
                topic,
                message.caseId(),
                Map.of(
                        "specversion", "1.0",
                        "id", UUID.randomUUID().toString(),
                        "source", "/test",
                        "type", "org.holdfast.intake.contact-recorded.v1",
                        "time", NOW.toString()),
                new Shapes().write(ContactRecorded.class, message).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
