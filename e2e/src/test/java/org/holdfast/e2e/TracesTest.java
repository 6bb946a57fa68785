package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.e2e.fleet.FakeCollector;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a collector of traces gets of a journey: one trace through all services to the phone, and no word of a person. */
@Tag("slow")
class TracesTest {

    private static final Set<String> TO_THE_PHONE = Set.of(
            "intake: POST /contacts",
            "intake: decide contact",
            "intake: tell contacts-urgent",
            "triage: hear contacts-urgent",
            "triage: decide assessment",
            "triage: tell urgent",
            "notification: hear urgent",
            "notification: decide alert",
            "notification: deliver by webhook",
            "notification: deliver by email");

    private static FakeCollector collector;
    private static Fleet fleet;

    @BeforeAll
    static void begin() {
        collector = new FakeCollector();
        fleet = Fleet.traced("traces", Roster.patient(), collector, Part.INTAKE);
    }

    @AfterAll
    static void end() {
        fleet.close();
        collector.close();
    }

    @Test
    void oneTraceLeadsFromTheDeskToThePhone() {
        Reply opened = open(UUID.randomUUID().toString());
        List<FakeCollector.Seen> trace = traceToThePhone(opened.text("contactId"));

        assertThat(path(trace, "deliver by webhook"))
                .containsExactly(
                        "deliver by webhook",
                        "hear urgent",
                        "tell urgent",
                        "hear contacts-urgent",
                        "tell contacts-urgent",
                        "POST /contacts");
    }

    @Test
    void whatTheNextProcessTellsIsStillTheSameTrace() {
        fleet.broker().kill();
        String key = UUID.randomUUID().toString();
        Reply opened = open(key);
        fleet.service(Part.INTAKE).kill();
        fleet.broker().restart();
        fleet.service(Part.INTAKE).restart();

        Night night = new Night(fleet);
        night.nothingIsLost(List.of(new Night.Taken(opened.text("contactId"), opened.text("caseId"), true)));
        Eventually.get(
                "a trace in which the second intake tells and the phone rings",
                () -> traces().values().stream()
                        .anyMatch(trace -> has(trace, "tell contacts-urgent")
                                && has(trace, "deliver by webhook")
                                && !has(trace, "POST /contacts")),
                yes -> yes);
    }

    @Test
    void aTraceHasNoWordOfAPersonAndNoId() {
        List<String> said = new ArrayList<>();
        Journey journey = new Journey(Staff.of(fleet), said::add);
        journey.open();
        journey.answer("cssrs.q4", "YES");
        journey.note();
        journey.answer("made.up-item", Journey.PERSONAL.get(4));
        journey.acknowledgeByLink();
        journey.refer();
        journey.helpIsReceived();
        journey.close();
        Eventually.get(
                "the closing's trace",
                collector::spans,
                spans -> spans.stream().anyMatch(span -> span.name().equals("POST /contacts/{id}/closing")));

        List<String> never = new ArrayList<>(Journey.PERSONAL);
        never.addAll(List.of(journey.contactId(), journey.caseId(), journey.alertId(), journey.referralId()));
        never.addAll(List.of("cssrs", "made.up", "YES", "olu", "ana", "example.org", "digits"));
        for (FakeCollector.Seen span : collector.spans()) {
            assertThat(never)
                    .as("in span %s of %s", span.name(), span.service())
                    .noneMatch(
                            word -> span.text().contains(word) || span.service().contains(word));
        }
        assertThat(collector.spans())
                .extracting(FakeCollector.Seen::name)
                .contains("decide referral", "hear referrals");
    }

    private static Reply open(String key) {
        return fleet.as(Part.INTAKE, "olu", "operator")
                .post(
                        "/contacts",
                        Map.of(
                                "channel",
                                "CHAT",
                                "relation",
                                "SELF",
                                "answers",
                                List.of(Map.of("item", "cssrs.q4", "value", "YES"))),
                        key)
                .expect(201);
    }

    /** Each service sends its own spans on when it likes, so the trace is whole when the slowest has sent. */
    private static List<FakeCollector.Seen> traceToThePhone(String contactId) {
        return Eventually.get(
                        "a trace from the desk to the phone of " + contactId,
                        () -> traces().values().stream()
                                .filter(trace -> spans(trace).containsAll(TO_THE_PHONE))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Set<String> spans(List<FakeCollector.Seen> trace) {
        return trace.stream().map(one -> one.service() + ": " + one.name()).collect(Collectors.toSet());
    }

    private static Map<String, List<FakeCollector.Seen>> traces() {
        return collector.spans().stream().collect(Collectors.groupingBy(FakeCollector.Seen::trace));
    }

    private static boolean has(List<FakeCollector.Seen> trace, String name) {
        return trace.stream().anyMatch(span -> span.name().equals(name));
    }

    /** The names from this span up to the one that began the trace. */
    private static List<String> path(List<FakeCollector.Seen> trace, String name) {
        Map<String, FakeCollector.Seen> byId =
                trace.stream().collect(Collectors.toMap(FakeCollector.Seen::span, span -> span));
        List<String> path = new ArrayList<>();
        FakeCollector.Seen next = trace.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
        while (next != null) {
            path.add(next.name());
            next = byId.get(next.parent());
        }
        return path;
    }
}
