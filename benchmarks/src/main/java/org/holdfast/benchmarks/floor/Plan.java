package org.holdfast.benchmarks.floor;

import static org.holdfast.benchmarks.floor.Write.insert;
import static org.holdfast.benchmarks.floor.Write.update;

import java.util.List;
import java.util.stream.Stream;

/**
 * The hops, writes and messages of the services, counted and weighed on the wire (docs/benchmarks.md says how, and which was not), without what
 * they are for: no decision, no journal, no vault, no JSON, no reading before a write.
 */
final class Plan {

    static final String URGENT = "floor-contacts-urgent";
    static final String ROUTINE = "floor-contacts";
    static final String REACHED = "floor-urgent";
    static final String ASSESSED = "floor-assessments";
    static final String ALERTS = "floor-alerts";
    static final String REFERRALS = "floor-referrals";

    private Plan() {}

    /** What a request does. */
    static List<Stage> requests() {
        return List.of(
                request("urgent", URGENT, 2_250),
                request("routine", ROUTINE, 3_650),
                request("referred", ROUTINE, 3_650),
                new Stage(
                        "referral-proposed",
                        "/referrals",
                        insert("r_journal", 26_300),
                        List.of(new Say(REFERRALS, 900)),
                        false,
                        List.of(update("r_journal", 220), insert("r_served", 100)),
                        List.of()));
    }

    /** What hearing a message does. */
    static List<Stage> listeners() {
        return Stream.concat(urgent(), routine()).toList();
    }

    private static Stage request(String kind, String topic, int bytes) {
        return new Stage(
                "intake-" + kind,
                "/contacts?kind=" + kind,
                insert("i_journal", bytes),
                List.of(new Say(topic, 1_100)),
                false,
                List.of(
                        insert("i_outcomes", 500),
                        insert("i_cases", 190),
                        insert("i_rows", 290),
                        update("i_journal", 220)),
                List.of());
    }

    private static Stream<Stage> urgent() {
        return Stream.of(
                new Stage(
                        "floor-triage-urgent",
                        URGENT,
                        insert("t_journal", 4_800),
                        List.of(new Say(REACHED, 900), new Say(ASSESSED, 1_500)),
                        false,
                        List.of(
                                update("t_journal", 330),
                                insert("t_queue", 300),
                                update("t_cases", 100),
                                update("t_awaited", 220),
                                update("t_awaited", 220)),
                        List.of()),
                heard("floor-referral-urgent", URGENT, insert("r_heard", 220), update("r_links", 110)),
                new Stage(
                        "floor-notification",
                        REACHED,
                        insert("n_journal", 3_240),
                        List.of(new Say(ALERTS, 800)),
                        true,
                        List.of(
                                update("n_timers", 340),
                                update("n_links", 210),
                                insert("n_alerts", 500),
                                update("n_journal", 1_470),
                                update("n_timers", 340),
                                update("n_alerts", 680),
                                update("n_journal", 1_470)),
                        List.of(new Say(ALERTS, 800))),
                heard("floor-intake-urgent", REACHED, update("i_outcomes", 1_350)),
                heard("floor-intake-alerts", ALERTS, update("i_outcomes", 1_400)),
                heard("floor-triage-alerts", ALERTS, update("t_ringing", 90)));
    }

    private static Stream<Stage> routine() {
        return Stream.of(
                new Stage(
                        "floor-triage",
                        ROUTINE,
                        insert("t_journal", 4_000),
                        List.of(new Say(ASSESSED, 1_500)),
                        false,
                        List.of(update("t_journal", 240), insert("t_queue", 170), update("t_cases", 100)),
                        List.of()),
                heard("floor-referral", ROUTINE, insert("r_heard", 220)),
                heard("floor-referral-assessed", ASSESSED, insert("r_assessed", 110)),
                heard("floor-intake-assessed", ASSESSED, update("i_outcomes", 1_370)),
                heard("floor-intake-referrals", REFERRALS, update("i_outcomes", 1_450)));
    }

    private static Stage heard(String name, String topic, Write before, Write... after) {
        return new Stage(name, topic, before, List.of(), false, List.of(after), List.of());
    }
}
