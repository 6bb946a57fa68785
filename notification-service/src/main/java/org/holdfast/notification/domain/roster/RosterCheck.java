package org.holdfast.notification.domain.roster;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a roster, so that a bad one is refused before it can silence an alert. */
final class RosterCheck {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;:\"\\\\()]{1,64}@[^@\\s<>,;:\"\\\\()]{1,190}");
    private static final int DAY = 86_400;

    private final Roster roster;
    private final List<RosterFault> faults = new ArrayList<>();

    RosterCheck(Roster roster) {
        this.roster = roster;
    }

    List<RosterFault> faults() {
        people();
        rotas();
        roster.policies().forEach(this::policy);
        safetyNet();
        return List.copyOf(faults);
    }

    private void people() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < roster.people().size(); i++) {
            Person person = roster.people().get(i);
            String at = "/people/" + i;
            if (person.id() == null || !ID.matcher(person.id()).matches()) {
                fault(at + "/id", "An id has 1 to 64 letters, digits, hyphens and underscores.");
            } else if (!seen.add(person.id())) {
                fault(at + "/id", "Another person has the same id.");
            }
            if (person.email() != null && !EMAIL.matcher(person.email()).matches()) {
                fault(at + "/email", "This is not one plain e-mail address.");
            }
            if (person.webhook() != null && !web(person.webhook())) {
                fault(
                        at + "/webhook",
                        "A webhook is an http or https address with a host and without user information.");
            }
        }
    }

    private void rotas() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < roster.rotas().size(); i++) {
            Rota rota = roster.rotas().get(i);
            String at = "/rotas/" + i;
            if (rota.id() == null || !ID.matcher(rota.id()).matches() || !seen.add(rota.id())) {
                fault(at + "/id", "A rota needs an id of its own, of letters, digits, hyphens and underscores.");
            }
            if (rota.zone() == null) {
                fault(at + "/zone", "A rota needs a time zone such as Europe/London.");
            }
            if (rota.start() == null) {
                fault(at + "/start", "A rota needs the wall-clock time of its first hand-off.");
            }
            if (rota.unit() == null) {
                fault(at + "/unit", "A turn is counted in HOURS, DAYS or WEEKS.");
            }
            if (rota.every() < 1 || rota.every() > 9000) {
                fault(at + "/every", "A turn lasts 1 to 9000 units.");
            }
            for (int j = 0; j < rota.participants().size(); j++) {
                known(rota.participants().get(j), at + "/participants/" + j);
            }
        }
    }

    private void policy(Code code, CodePolicy policy) {
        String at = "/policies/" + code;
        seconds(policy.engageSeconds(), at + "/engageSeconds");
        seconds(policy.presenceSeconds(), at + "/stillSeconds");
        for (int i = 0; i < policy.steps().size(); i++) {
            step(policy.steps().get(i), at + "/steps/" + i);
        }
    }

    private void step(Step step, String at) {
        seconds(step.ackSeconds(), at + "/ackSeconds");
        seconds(step.engageSeconds(), at + "/engageSeconds");
        if (step.call() == null) {
            fault(at + "/call", "A step calls ON_CALL, PERSON or EVERYONE.");
            return;
        }
        if (step.call() == Call.PERSON) {
            known(step.person(), at + "/person");
        }
        if (step.call() == Call.ON_CALL) {
            if (roster.rotas().stream().noneMatch(rota -> rota.id().equals(step.rota()))) {
                fault(at + "/rota", "There is no rota of that id.");
            }
            if (step.turnsAhead() < 0) {
                fault(at + "/ahead", "A step looks 0 or more turns ahead.");
            }
        }
    }

    private void safetyNet() {
        SafetyNet net = roster.safetyNet();
        if (net.everySeconds() < 10 || net.everySeconds() > 600) {
            fault("/safetyNet/everySeconds", "The safety net is called every 10 to 600 seconds.");
        }
        for (int i = 0; i < net.people().size(); i++) {
            known(net.people().get(i), "/safetyNet/people/" + i);
        }
        if (roster.safetyNetCallees().isEmpty()) {
            fault("/safetyNet/people", "The safety net needs at least one person with an e-mail address or a webhook.");
        }
    }

    private void known(@Nullable String person, String at) {
        if (person == null || roster.person(person).isEmpty()) {
            fault(at, "There is no person of that id.");
        }
    }

    private void seconds(int seconds, String at) {
        if (seconds < 1 || seconds > DAY) {
            fault(at, "Name 1 to 86400 seconds.");
        }
    }

    private void fault(String pointer, String text) {
        faults.add(new RosterFault(pointer, text));
    }

    private static boolean web(String address) {
        try {
            URI uri = URI.create(address);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getRawUserInfo() == null && address.length() <= 500;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
