package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a Prometheus server gets of the services after a journey: all that rules and dashboard ask for, and no word of a person. */
class MetersTest {

    private static final int MOST_SERIES = 5_000;

    private static final Fleet FLEET = Shared.fleet();
    private static final Map<Part, Scrape> SCRAPED = new TreeMap<>();
    private static Journey journey;

    @BeforeAll
    static void scrapeAfterAJourney() {
        journey = new Journey(Staff.of(FLEET), step -> {});
        journey.open();
        journey.answer("cssrs.q4", "YES");
        journey.note();
        journey.answer("made.up-item", Journey.PERSONAL.get(4));
        journey.acknowledgeByLink();
        journey.refer();
        journey.helpIsReceived();
        journey.close();
        for (Part part : Part.values()) {
            SCRAPED.put(
                    part,
                    Eventually.get(
                            "meters of " + part + " that know what is in the store",
                            () -> scrape(part),
                            scrape -> scrape.value("holdfast_dead_letters", "lane=\"URGENT\"") >= 0));
        }
    }

    @Test
    void everyMeterOfRulesAndDashboardIsExported() {
        Set<String> exported = exported();
        assertThat(Watching.missing(Watching.rules(), exported))
                .as("meters of rules.yml that no service has")
                .isEmpty();
        assertThat(Watching.missing(Watching.dashboard(), exported))
                .as("meters of dashboard.json that no service has")
                .isEmpty();
    }

    @Test
    void aMeterThatNobodyHasIsReported() {
        assertThat(Watching.missing(List.of("max(holdfast_no_such_meter) > 0"), exported()))
                .containsExactly("holdfast_no_such_meter");
    }

    @Test
    void everyMeterOfOursIsInTheRunbookAndEveryOneThereIsExported() {
        Set<String> ours = SCRAPED.values().stream()
                .flatMap(scrape -> scrape.names().stream())
                .filter(name -> name.startsWith("holdfast_"))
                .map(MetersTest::plain)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Watching.runbookMeters()).isEqualTo(ours);
    }

    @Test
    void noLabelHasAnIdOrAWordOfAPerson() {
        List<String> never = new ArrayList<>(Journey.PERSONAL);
        never.addAll(List.of(journey.contactId(), journey.caseId(), journey.alertId(), journey.referralId()));
        never.addAll(List.of("cssrs", "made.up", "example.org"));
        SCRAPED.forEach((part, scrape) ->
                assertThat(never).as("in the meters of %s", part).noneMatch(scrape.text()::contains));
    }

    @Test
    void thereAreNotMoreSeriesThanTheCodeHasWords() {
        SCRAPED.forEach((part, scrape) ->
                assertThat(scrape.series().size()).as("series of %s", part).isLessThan(MOST_SERIES));
        Map<Part, Integer> before = ours();
        for (int i = 0; i < 5; i++) {
            FLEET.as(Part.INTAKE, "olu", "operator")
                    .post(
                            "/contacts",
                            Map.of("channel", "CHAT", "relation", "SELF"),
                            UUID.randomUUID().toString())
                    .expect(201);
        }
        for (Part part : Part.values()) {
            assertThat(scrape(part).ours())
                    .as("series of ours in %s after five more contacts", part)
                    .isEqualTo(before.get(part));
        }
    }

    @Test
    void whoOnlyReadsMetersReadsNothingElse() {
        for (Part part : Part.values()) {
            Api prometheus = FLEET.asClient(part, "prometheus", "metrics.read");
            prometheus.get("/prometheus").expect(200);
            prometheus.get("/admin/dead-letters").expect(403);
            FLEET.asClient(part, "agency-harbor", "referrals.respond")
                    .get("/prometheus")
                    .expect(403);
            FLEET.asNobody(part).get("/prometheus").expect(401);
        }
    }

    private static Map<Part, Integer> ours() {
        Map<Part, Integer> ours = new TreeMap<>();
        SCRAPED.forEach((part, scrape) -> ours.put(part, scrape.ours()));
        return ours;
    }

    private static Set<String> exported() {
        return SCRAPED.values().stream()
                .flatMap(scrape -> scrape.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Scrape scrape(Part part) {
        return new Scrape(FLEET.asClient(part, "prometheus", "metrics.read")
                .get("/prometheus")
                .expect(200)
                .body());
    }

    /** The name as the code has it, without what Prometheus adds. */
    private static String plain(String name) {
        return name.replaceAll("_(total|seconds_(count|sum|max)|max|bucket)$", "");
    }
}
