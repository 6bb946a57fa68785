package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.post;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.chassis.security.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ContactTravelTest {

    private final House house = House.open();

    @Test
    void aContactIsToldWithEverythingAndWithoutAnybodysName() {
        Call call = Call.opened(house);

        House.Told told = House.until(() -> house.toldOf(call.contactId), all -> !all.isEmpty())
                .getFirst();
        assertThat(told.topic()).isEqualTo("contacts");
        assertThat(told.type()).isEqualTo("org.holdfast.intake.contact-recorded.v1");
        assertThat(told.json())
                .contains("\"version\":1", call.caseId, "39.29", "-76.61", "mental-health", "\"status\":\"OPEN\"")
                .doesNotContain("39.290385", "Ruth", "0187");
    }

    @Test
    void aRiskAnswerTakesTheUrgentLaneAndStaysThere() {
        Call call = Call.opened(house);
        body(call.answers("cssrs.q4", "YES"), 200);
        body(call.answers("cssrs.q4", "NO"), 200);

        List<House.Told> told = House.until(() -> house.toldOf(call.contactId), all -> all.size() >= 3);
        assertThat(told)
                .extracting(House.Told::topic)
                .containsExactlyInAnyOrder("contacts", "contacts-urgent", "contacts-urgent");
        assertThat(told)
                .filteredOn(one -> one.json().contains("\"version\":3,\"channel\""))
                .singleElement()
                .satisfies(one -> assertThat(one.json())
                        .contains("{\"value\":\"YES\",\"version\":2", "{\"value\":\"NO\",\"version\":3"));
    }

    @Test
    void repeatingARequestMakesNothingTwice() {
        String key = fresh();
        Map<String, Object> first = body(post(house.mia(), "/contacts", key, Call.opening()), 201);
        Map<String, Object> again = body(post(house.mia(), "/contacts", key, Call.opening()), 201);
        assertThat(again).isEqualTo(first);

        String path = "/contacts/" + first.get("contactId");
        String noteKey = fresh();
        Map<String, Object> note = body(post(house.mia(), path + "/notes", noteKey, Map.of("text", Call.NOTE)), 201);
        body(post(house.mia(), path + "/answers", fresh(), answer("cssrs.q1", "NO")), 200);
        assertThat(note.get("was")).isEqualTo(1);
        note.remove("was");
        assertThat(body(post(house.mia(), path + "/notes", noteKey, Map.of("text", Call.NOTE)), 201))
                .as("and something came after it")
                .isEqualTo(note);

        Map<String, Object> contact = Call.get(house.mia(), path);
        assertThat(contact.get("version")).isEqualTo(3);
        assertThat((List<?>) contact.get("notes")).hasSize(1);
    }

    @Test
    void aReusedKeyWithAnotherBodyIsRefusedAndTheFirstTextStays() {
        Call call = Call.opened(house);
        String key = fresh();
        body(post(house.mia(), call.path("/notes"), key, Map.of("text", Call.NOTE)), 201);

        Call.problem(
                post(house.mia(), call.path("/notes"), key, Map.of("text", "something else")),
                422,
                "idempotency-key-reused");

        Map<String, Object> words = Call.get(house.mia(), call.path("/words"));
        assertThat(words.get("notes").toString()).contains(Call.NOTE).doesNotContain("something else");
    }

    @Test
    void theSameKeyOfAnotherPersonIsAnotherRequest() {
        String key = fresh();
        Map<String, Object> mias = body(post(house.mia(), "/contacts", key, Call.opening()), 201);
        Map<String, Object> sols = body(post(house.sol(), "/contacts", key, Call.opening()), 201);

        assertThat(sols.get("contactId")).isNotEqualTo(mias.get("contactId"));
    }

    @Test
    void readingTheWordsLeavesAnEntryInTheHistory() {
        Call call = Call.opened(house);

        Map<String, Object> words = Call.get(house.sol(), call.path("/words"));
        assertThat(words.get("caller")).isEqualTo(Map.of("name", Call.NAME, "number", Call.NUMBER));
        assertThat(call.version()).isEqualTo(1);
        List<?> entries = call.trail("WordsRead");
        assertThat(entries).anySatisfy(entry -> assertThat(entry.toString()).contains("what=WordsRead", "actor=sol"));
    }

    @Test
    void anUnknownItemIsKeptFlaggedAndItsTextStaysInTheVault() {
        Call call = Call.opened(house);
        body(call.answers("nickname of the dog", "Featherstone"), 200);
        body(call.answers("mood.today", "NO"), 200);

        List<?> items = (List<?>) call.contact().get("items");
        assertThat(items)
                .hasSize(2)
                .allSatisfy(
                        item -> assertThat(((Map<?, ?>) item).get("recognised")).isEqualTo(false));
        assertThat(items.toString()).contains("UNRECOGNISED").doesNotContain("Featherstone", "nickname");
        assertThat(Call.get(house.mia(), call.path("/words"))
                        .get("unrecognised")
                        .toString())
                .contains("nickname of the dog", "Featherstone");
        List<House.Told> told = House.until(() -> house.toldOf(call.contactId), all -> all.size() >= 3);
        assertThat(told)
                .filteredOn(one -> one.topic().equals("contacts-urgent"))
                .hasSize(2);
    }

    @Test
    void aContactIsClosedWithItsCodeAndTakesNoMoreAnswers() {
        Call call = Call.opened(house);
        Call.problem(call.close("COUNSELLED", 1), 409, "contact-untriaged");
        house.say(Others.assessed(call, "D", 1, 1));
        House.until(call::outcome, outcome -> "ASSESSED".equals(outcome.get("assessed")));

        Call.problem(call.close("COUNSELLED", 9), 412, "stale");
        body(call.close("COUNSELLED", 1), 200);
        Call.problem(call.answers("cssrs.q4", "YES"), 409, "contact-closed");
        body(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "He called back.")), 201);
        assertThat(call.contact()).containsEntry("status", "CLOSED").containsEntry("disposition", "COUNSELLED");
    }

    @Test
    void contactsAreListedNewestFirstPageByPage() {
        List<String> mine = IntStream.range(0, 5)
                .mapToObj(i -> {
                    house.clock.forward(Duration.ofMillis(5));
                    return Call.opened(house).contactId;
                })
                .toList();
        House.until(
                () -> Call.get(house.mia(), "/contacts?limit=5").toString(),
                page -> mine.stream().allMatch(page::contains));

        Map<String, Object> first = Call.get(house.mia(), "/contacts?limit=2");
        Map<String, Object> second = Call.get(house.mia(), "/contacts?limit=2&cursor=" + first.get("next"));
        assertThat(first.toString()).contains(mine.get(4), mine.get(3)).doesNotContain(mine.get(2));
        assertThat(second.toString()).contains(mine.get(2), mine.get(1));
    }

    @Test
    void contactsInBulkBringTheirAnswersAndMayDoNothingElse() {
        var bulk = house.with(Tokens.shared().client("chat-bot", "contacts.bulk"));
        Call.problem(post(bulk, "/contacts", fresh(), Call.opening()), 422, "answers-missing");

        Map<String, Object> withAnswers = new HashMap<>(Call.opening());
        withAnswers.put("answers", List.of(Map.of("item", "cssrs.q4", "value", "YES")));
        Map<String, Object> opened = body(post(bulk, "/contacts", fresh(), withAnswers), 201);
        Call.problem(
                post(bulk, "/contacts/" + opened.get("contactId") + "/answers", fresh(), answer("cssrs.q1", "NO")),
                403,
                "not-permitted");
    }

    private static Map<String, Object> answer(String item, String value) {
        return Map.of("answers", List.of(Map.of("item", item, "value", value)));
    }

    @Test
    void bulkIsTurnedAwayWhenThereIsNoRoomAndNobodyAtTheDeskEverIs() {
        Map<String, Object> withAnswers = new HashMap<>(Call.opening());
        withAnswers.put("answers", List.of(Map.of("item", "cssrs.q4", "value", "YES")));
        List<Integer> bulk = allAtOnce(Tokens.shared().client("chat-bot", "contacts.bulk"), withAnswers);
        List<Integer> desk = allAtOnce(Tokens.shared().person("mia", "operator"), withAnswers);

        assertThat(bulk).contains(201, 429);
        assertThat(desk).contains(201).doesNotContain(429);
    }

    private List<Integer> allAtOnce(String token, Object body) {
        WebClient client = WebClient.create("http://127.0.0.1:" + house.port());
        return Flux.range(0, 40)
                .flatMap(
                        i -> client.post()
                                .uri("/contacts")
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", fresh())
                                .bodyValue(body)
                                .exchangeToMono(
                                        answer -> Mono.just(answer.statusCode().value())),
                        40)
                .collectList()
                .block(House.PATIENCE);
    }
}
