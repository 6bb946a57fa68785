package org.holdfast.notification.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.CodePolicy;
import org.holdfast.notification.domain.roster.Person;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.domain.roster.Rota;
import org.holdfast.notification.domain.roster.SafetyNet;
import org.holdfast.notification.domain.roster.Step;
import org.holdfast.notification.domain.roster.TurnUnit;

/** The people of the tests: ana is on call, ben is next, and the lead is the safety net. */
public final class Helpline {

    public static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private Helpline() {}

    /** A small helpline with a weekly rota of ana, ben and caro. */
    public static Roster roster() {
        return rosterOf(List.of("ana", "ben", "caro"), people("ana", "ben", "caro", "lead"), policies());
    }

    /** A helpline where nobody can be reached but the lead. */
    public static Roster deserted() {
        return rosterOf(List.of(), people("lead"), policiesWithoutEveryone());
    }

    /** A helpline with these people on its rota. */
    public static Roster withRota(String... participants) {
        return rosterOf(List.of(participants), people("ana", "ben", "caro", "lead"), policies());
    }

    public static Roster rosterOf(List<String> participants, List<Person> people, Map<Code, CodePolicy> policies) {
        Rota rota = new Rota(
                "night",
                participants,
                ZoneId.of("Europe/London"),
                LocalDateTime.parse("2026-11-16T08:00"),
                TurnUnit.WEEKS,
                1);
        return new Roster(1, List.of(rota), people, policies, new SafetyNet(List.of("lead"), 120));
    }

    /** 60 s each for who is on call, the next and the one after, then everyone; B and C slower. */
    public static Map<Code, CodePolicy> policies() {
        return Map.of(
                Code.A,
                new CodePolicy(
                        List.of(
                                Step.onCall("night", 0, 60, 300),
                                Step.onCall("night", 1, 60, 300),
                                Step.onCall("night", 2, 60, 300),
                                Step.everyone(60, 300)),
                        300),
                Code.B,
                new CodePolicy(List.of(Step.onCall("night", 0, 300, 900), Step.onCall("night", 1, 300, 900)), 900),
                Code.C,
                new CodePolicy(List.of(Step.onCall("night", 0, 1800, 3600)), 3600));
    }

    public static Map<Code, CodePolicy> policiesWithoutEveryone() {
        return Map.of(
                Code.A,
                new CodePolicy(List.of(Step.onCall("night", 0, 60, 300), Step.onCall("night", 1, 60, 300)), 300));
    }

    public static List<Person> people(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new Person(id, id + "@helpline.example", null, false))
                .toList();
    }
}
