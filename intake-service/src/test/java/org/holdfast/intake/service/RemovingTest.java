package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.post;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** What is taken out of a contact is known to nobody any more, and what stands beside it stays. */
class RemovingTest {

    private static final Map<String, ?> NUMBER = Map.of("remove", List.of("CALLER_NUMBER"));

    private final House house = House.open();
    private final Call call = Call.opened(house);

    @Test
    void aNumberIsGoneFromTheVaultAndTheNameStays() {
        assertThat(sealed()).isEqualTo(2);
        body(remove(NUMBER), 200);

        assertThat(sealed()).isOne();
        assertThat(words()).contains(Call.NAME).doesNotContain(Call.NUMBER);
        assertThat(call.trail("DetailsChanged").toString()).contains("CALLER_NUMBER");
    }

    @Test
    void placeAndLanguageAreToldAsNotKnown() {
        body(remove(Map.of("remove", List.of("PLACE", "LANGUAGE"))), 200);

        House.Told told = House.until(() -> house.toldOf(call.contactId), all -> all.size() >= 2)
                .getLast();
        assertThat(told.json()).contains("mental-health").doesNotContain("39.29", "\"language\":\"en\"");
        assertThat(call.contact().get("place")).isNull();
        assertThat(call.contact().get("language")).isNull();
    }

    @Test
    void aRepeatThatComesLateTakesNothingOutThatWasGivenAnew() {
        String key = fresh();
        body(remove(NUMBER, key, call.version()), 200);
        Map<String, ?> anew = Map.of("caller", Map.of("number", "410 555 0142"));
        body(post(house.mia(), call.path("/details"), fresh(), anew), 200);
        body(remove(NUMBER, key, call.version()), 200);

        assertThat(words()).contains("410 555 0142").doesNotContain(Call.NUMBER);
    }

    @Test
    void aLateRepeatOfWhatGaveItSealsNothingAgain() {
        String key = fresh();
        Map<String, ?> given = Map.of("personAtRisk", Map.of("number", "410 555 0142"));
        body(post(house.mia(), call.path("/details"), key, given), 200);
        assertThat(sealed()).isEqualTo(3);
        body(remove(Map.of("remove", List.of("PERSON_NUMBER"))), 200);
        body(post(house.mia(), call.path("/details"), key, given), 200);

        assertThat(sealed()).isEqualTo(2);
        assertThat(words()).doesNotContain("0142");
    }

    @Test
    void whoSawAnOlderVersionTakesNothingOut() {
        long seen = call.version();
        Map<String, ?> right = Map.of("caller", Map.of("number", "410 555 0142"));
        body(post(house.mia(), call.path("/details"), fresh(), right), 200);

        Call.problem(remove(NUMBER, fresh(), seen), 412, "stale");
        Call.problem(post(house.mia(), call.path("/details"), fresh(), NUMBER), 428, "if-match-missing");
        assertThat(words()).contains("410 555 0142");
    }

    @Test
    void whatIsNotToBeKeptIsTakenOutOfAClosedContactTooAndNothingElseIsChanged() {
        body(call.close("LEFT", call.version()), 200);
        body(remove(NUMBER), 200);

        assertThat(words()).contains(Call.NAME).doesNotContain(Call.NUMBER);
        Map<String, ?> given = Map.of("caller", Map.of("number", "410 555 0142"));
        Call.problem(post(house.mia(), call.path("/details"), fresh(), given), 409, "contact-closed");
    }

    @Test
    void whatIsGivenAndTakenOutAtOnceIsRefusedAndEverythingStays() {
        Map<String, ?> both = Map.of("caller", Map.of("number", "1"), "remove", List.of("CALLER_NUMBER"));
        Call.problem(remove(both), 422, "detail-given-and-removed");
        Call.problem(remove(Map.of("remove", List.of("NOTES"))), 422, "invalid-value");

        assertThat(words()).contains(Call.NAME, Call.NUMBER);
        assertThat(sealed()).isEqualTo(2);
    }

    private WebTestClient.ResponseSpec remove(Map<String, ?> what) {
        return remove(what, fresh(), call.version());
    }

    private WebTestClient.ResponseSpec remove(Map<String, ?> what, String key, long seen) {
        return house.mia()
                .post()
                .uri(call.path("/details"))
                .header("Idempotency-Key", "\"" + key + "\"")
                .header("If-Match", "\"" + seen + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(what)
                .exchange();
    }

    private String words() {
        return Call.get(house.mia(), call.path("/words")).toString();
    }

    /** How many texts of this case the vault holds. */
    private long sealed() {
        return Flux.from(house.database().getCollection("vault_texts").find())
                .filter(found -> found.getString("_id").startsWith(call.caseId + "/"))
                .count()
                .block(House.PATIENCE);
    }
}
