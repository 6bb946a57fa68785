package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.contracts.WireCheck;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

class PersonalTextTest {

    private static final List<String> SECRETS = List.of(
            "Featherstonehaugh",
            "555 0187",
            "blue teapot",
            "Mister Pemberton",
            "410-555-0123",
            "jane-doe-is-with-her-father",
            "jane.doe-is-hiding",
            "josé.garcía",
            "JANE_DOE");
    private static final List<String> REFUSED = List.of("maria-lopez-is-suicidal", "MARIA LOPEZ", "ann-lisa");

    private final House house = House.open();

    @Test
    void noNameNumberOrTextLiesAnywhereButInTheVault() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("org.holdfast");
        Level before = root.getLevel();
        root.setLevel(Level.DEBUG);
        root.addAppender(log);
        log.start();
        try {
            Call call = everythingThatCanBeTold();

            assertThat(house.told())
                    .allSatisfy(told ->
                            assertThat(told.json()).doesNotContain(SECRETS).doesNotContain(REFUSED));
            assertThat(house.told())
                    .filteredOn(told -> "/holdfast/intake".equals(told.headers().get("ce_source")))
                    .isNotEmpty()
                    .allSatisfy(told -> assertThat(WireCheck.faults(
                                    told.topic(), told.headers(), told.json().getBytes(StandardCharsets.UTF_8)))
                            .isEmpty());
            assertThat(log.list)
                    .allSatisfy(event -> assertThat(event.getFormattedMessage())
                            .doesNotContain(SECRETS)
                            .doesNotContain(REFUSED));
            assertThat(everythingInTheStore())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).doesNotContain(SECRETS).doesNotContain(REFUSED));
            assertThat(Call.get(house.mia(), call.path("/words")).toString()).contains(SECRETS);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
    }

    private Call everythingThatCanBeTold() {
        Call call = Call.opened(house);
        body(call.answers("who is with you", "Mister Pemberton"), 200);
        body(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", Call.NOTE)), 201);
        body(
                post(
                        house.mia(),
                        call.path("/details"),
                        fresh(),
                        Map.of("personAtRisk", Map.of("number", "410-555-0123"))),
                200);
        Call.problem(
                post(
                        house.mia(),
                        call.path("/answers"),
                        fresh(),
                        Map.of(
                                "answers",
                                List.of(
                                        Map.of("item", "nickname", "value", "Mister Pemberton"),
                                        Map.of("item", "cssrs.q4", "value", "Mister Pemberton")))),
                422,
                "answer-wrong-kind");
        Call.problem(
                post(house.mia(), call.path("/details"), fresh(), Map.of("language", "Mister Pemberton")),
                422,
                "language-invalid");
        body(call.answers("jane-doe-is-with-her-father", "YES"), 200);
        body(call.answers("jane.doe-is-hiding", "YES"), 200);
        body(call.answers("josé.garcía", "NO"), 200);
        body(call.answers("made.up-item", "JANE_DOE"), 200);
        refused(call, Map.of("needs", List.of("maria-lopez-is-suicidal")), "need-unknown");
        refused(call, Map.of("place", Map.of("area", "MARIA LOPEZ")), "place-invalid");
        refused(call, Map.of("language", "ann-lisa"), "language-invalid");
        house.say(Others.assessed(call, "B", 7, 3));
        House.until(call::outcome, seen -> "B".equals(seen.get("code")));
        body(call.close("LEFT", call.version()), 200);
        House.until(
                () -> house.toldOf(call.contactId),
                told -> told.stream().anyMatch(one -> one.json().contains("CLOSED")));
        return call;
    }

    private void refused(Call call, Map<String, ?> details, String type) {
        Map<String, Object> problem =
                Call.problem(post(house.mia(), call.path("/details"), fresh(), details), 422, type);
        assertThat(problem.toString()).doesNotContain(REFUSED);
    }

    private List<String> everythingInTheStore() {
        return Flux.from(house.database().listCollectionNames())
                .concatMap(
                        name -> Flux.from(house.database().getCollection(name).find()))
                .map(PersonalTextTest::text)
                .collectList()
                .retry(5)
                .block(House.PATIENCE);
    }

    /** The document as JSON, with what binary fields would say if they were plain. */
    private static String text(Document document) {
        StringBuilder text = new StringBuilder(document.toJson());
        document.values().stream()
                .filter(Binary.class::isInstance)
                .map(value -> new String(((Binary) value).getData(), StandardCharsets.UTF_8))
                .forEach(text::append);
        return text.toString();
    }
}
