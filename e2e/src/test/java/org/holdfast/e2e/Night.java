package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.e2e.fleet.FakePhones;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;

/** What happens in a night at a helpline: contacts by the hundred, some of them urgent, whatever breaks meanwhile. */
final class Night {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Fleet fleet;
    private final Supplier<Api> desk;
    private final Set<String> urgentCases = ConcurrentHashMap.newKeySet();

    Night(Fleet fleet) {
        this(fleet, () -> fleet.as(Part.INTAKE, "olu", "operator"));
    }

    /** A night at a desk that is not the fleet's first. */
    Night(Fleet fleet, Supplier<Api> desk) {
        this.fleet = fleet;
        this.desk = desk;
    }

    /**
     * A contact that intake acknowledged.
     *
     * @param urgent whether its answers ask for code B
     */
    record Taken(String contactId, String caseId, boolean urgent) {}

    /** The desk, signed in anew: a night is longer than a token lives. */
    Api desk() {
        return desk.get();
    }

    /** Opens one contact, trying on with the same key while nobody answers, as a desk does. */
    Taken open(boolean urgent) {
        List<Map<String, String>> answers = urgent
                ? List.of(Map.of("item", "cssrs.q4", "value", "YES"))
                : List.of(Map.of("item", "cssrs.q1", "value", "NO"));
        Map<String, Object> body = Map.of("channel", "CHAT", "relation", "SELF", "answers", answers);
        String key = UUID.randomUUID().toString();
        Reply reply = Eventually.get(
                "the desk to take a contact", PATIENCE, () -> attempt(body, key), one -> one.status() == 201);
        return noted(new Taken(reply.text("contactId"), reply.text("caseId"), urgent));
    }

    private Taken noted(Taken taken) {
        if (taken.urgent()) {
            urgentCases.add(taken.caseId());
        }
        return taken;
    }

    /** A contact that is open gives an answer that asks for code B. */
    Taken saysARisk(Taken taken) {
        Map<String, Object> body = Map.of("answers", List.of(Map.of("item", "cssrs.q4", "value", "YES")));
        desk().post("/contacts/" + taken.contactId() + "/answers", body).expect(200);
        return noted(new Taken(taken.contactId(), taken.caseId(), true));
    }

    /** Opens that many contacts from 16 desks at once, one in {@code urgentEvery} urgent; {@code midway} happens in the middle. */
    List<Taken> burst(int count, int urgentEvery, Runnable midway) {
        try (var desks = Executors.newFixedThreadPool(16)) {
            List<Callable<Taken>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boolean urgent = i % urgentEvery == 0;
                calls.add(() -> open(urgent));
            }
            List<Future<Taken>> first =
                    calls.subList(0, count / 2).stream().map(desks::submit).toList();
            List<Future<Taken>> second =
                    calls.subList(count / 2, count).stream().map(desks::submit).toList();
            first.get(count / 4).get();
            midway.run();
            List<Taken> all = new ArrayList<>();
            for (Future<Taken> one : first) {
                all.add(one.get());
            }
            for (Future<Taken> one : second) {
                all.add(one.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** In the end nothing is lost: every contact is there and assessed, every urgent one is alerted, nobody is paged three times. */
    void nothingIsLost(List<Taken> taken) {
        assertThat(taken.stream().map(Taken::contactId)).doesNotHaveDuplicates();
        for (Taken one : taken) {
            Reply outcome = Eventually.get(
                    "contact " + one.contactId() + " to be assessed" + (one.urgent() ? " and alerted" : ""),
                    PATIENCE,
                    () -> outcome(one),
                    reply -> reply.status() == 200
                            && reply.text("assessed").equals("ASSESSED")
                            && (!one.urgent()
                                    || Set.of("DELIVERED", "ACKNOWLEDGED", "ENGAGED")
                                            .contains(reply.text("/alert/state"))));
            assertThat(outcome.text("code")).isEqualTo(one.urgent() ? "B" : "UNTRIAGED");
        }
        List<Taken> urgent = taken.stream().filter(Taken::urgent).toList();
        urgent.forEach(this::rangOnce);
        Eventually.get("as many pages by webhook", () -> pages().size(), count -> count >= urgent.size());
        assertThat(pages())
                .allSatisfy((id, times) ->
                        assertThat(times).as("times that page %s came", id).isLessThanOrEqualTo(2));
        assertThat(mails())
                .allSatisfy((id, times) ->
                        assertThat(times).as("times that mail %s came", id).isLessThanOrEqualTo(2));
    }

    private void rangOnce(Taken one) {
        Reply alert = fleet.as(Part.NOTIFICATION, "sam", "supervisor").get("/alerts/" + one.caseId() + ".risk");
        assertThat(alert.expect(200).json().path("alert").path("episode").asInt())
                .as("times that the case of %s rang", one.contactId())
                .isEqualTo(1);
    }

    /**
     * Each urgent contact of this night rang once and no other: the first on call got one page for each, and nobody else got any. Of
     * a stack in which nobody else opens contacts and nobody is late.
     */
    void everyUrgentOneIsPagedForOnce() {
        Eventually.get(
                "a page for each of " + urgentCases.size() + " cases",
                () -> pages().size(),
                count -> count >= urgentCases.size());
        assertThat(pages()).as("different pages by webhook").hasSize(urgentCases.size());
        assertThat(fleet.phones().pages().stream().map(FakePhones.Page::person).distinct())
                .containsExactly("ana");
    }

    private Map<String, Long> pages() {
        return fleet.phones().pages().stream()
                .collect(Collectors.groupingBy(FakePhones.Page::id, Collectors.counting()));
    }

    private Map<String, Long> mails() {
        return Stream.of(fleet.mail().getReceivedMessages())
                .collect(Collectors.groupingBy(Night::messageId, Collectors.counting()));
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID() + " to " + mail.getAllRecipients()[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** No service has buried anything. */
    void nothingIsBuried() {
        for (Part part : Part.values()) {
            assertThat(letters(part)).as("dead letters of %s", part).isEqualTo("{\"items\":[]}");
        }
    }

    /** The dead letters of a service, as its administrator sees them. */
    String letters(Part part) {
        return fleet.as(part, "ada", "admin")
                .get("/admin/dead-letters")
                .expect(200)
                .body();
    }

    /** Takes every dead letter away, as an administrator may. */
    void dropLetters() {
        for (Part part : Part.values()) {
            Api admin = fleet.as(part, "ada", "admin");
            admin.get("/admin/dead-letters")
                    .json()
                    .path("items")
                    .forEach(letter -> admin.raw(
                            "DELETE", "/admin/dead-letters/" + letter.path("id").asString(), new byte[0], Map.of()));
        }
    }

    /** What became of a contact. */
    Reply outcome(Taken one) {
        try {
            return desk().get("/contacts/" + one.contactId() + "/outcome");
        } catch (Api.Unreachable away) {
            return new Reply(0, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), "{}");
        }
    }

    private Reply attempt(Map<String, Object> body, String key) {
        try {
            Reply reply = desk().post("/contacts", body, key);
            if (reply.status() != 201 && reply.status() < 500) {
                throw new AssertionError(reply.body());
            }
            return reply;
        } catch (Api.Unreachable away) {
            return new Reply(0, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), "{}");
        }
    }
}
