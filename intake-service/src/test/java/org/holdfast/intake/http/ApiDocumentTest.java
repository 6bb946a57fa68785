package org.holdfast.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.security.Routes;
import org.holdfast.intake.domain.Needs;
import org.holdfast.intake.store.ContactRow;
import org.holdfast.intake.store.Shelves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The document that describes the API says what the code says. */
class ApiDocumentTest {

    private static final Map<String, Object> DOCUMENT = document();

    @Test
    void describesEveryRouteAndNoOther() {
        Routes routes = IntakeRoutes.of(
                new Desk(null, null, null, null, Clock.systemUTC()),
                new Shelves(null, null, null, null, null),
                new Needs(List.of("food")),
                new Admission("bulk", 1, Duration.ofSeconds(1)),
                new Silence(Duration.ofSeconds(5), Duration.ofSeconds(5), "nobody"));

        Set<String> described = new TreeSet<>();
        at("paths")
                .forEach((path, methods) -> ((Map<?, ?>) methods)
                        .keySet().stream()
                                .filter(method -> !method.equals("parameters"))
                                .forEach(method ->
                                        described.add(method.toString().toUpperCase() + " " + path)));
        assertThat(described)
                .isEqualTo(routes.table().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("Opening", Asked.Opening.class),
                Arguments.of("Details", Asked.Details.class),
                Arguments.of("Spot", Asked.Spot.class),
                Arguments.of("Person", Asked.Person.class),
                Arguments.of("Answers", Asked.Answers.class),
                Arguments.of("OneAnswer", Asked.OneAnswer.class),
                Arguments.of("Note", Asked.Note.class),
                Arguments.of("Consent", Asked.Consent.class),
                Arguments.of("Closing", Asked.Closing.class),
                Arguments.of("Disclosure", Asked.Disclosure.class),
                Arguments.of("Contact", ContactView.class),
                Arguments.of("NeedCodes", NeedsView.class),
                Arguments.of("Words", WordsView.class),
                Arguments.of("NoteText", WordsView.NoteView.class),
                Arguments.of("Outcome", OutcomeView.class),
                Arguments.of("Alert", OutcomeView.AlertView.class),
                Arguments.of("Referral", OutcomeView.ReferralView.class),
                Arguments.of("Disclosed", DisclosureRoute.Disclosed.class));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void namesEveryFieldAndSaysWhichAreAlwaysThere(String schema, Class<?> type) {
        Map<String, Object> described = map(at("components", "schemas").get(schema));

        assertThat(map(described.get("properties")).keySet())
                .containsExactlyInAnyOrderElementsOf(components(type, false));
        assertThat((List<?>) described.get("required")).hasSameElementsAs((List) components(type, true));
    }

    @Test
    void namesTheFieldsOfListsAndTrails() {
        assertThat(fields("ContactPage", "items"))
                .containsExactlyInAnyOrderElementsOf(components(ContactRow.class, false));
        assertThat(fields("Trail", "entries")).containsExactlyInAnyOrderElementsOf(components(TrailView.class, false));
    }

    private static Set<String> fields(String schema, String list) {
        Map<String, Object> properties =
                map(map(at("components", "schemas").get(schema)).get("properties"));
        return map(map(map(properties.get(list)).get("items")).get("properties"))
                .keySet();
    }

    private static List<String> components(Class<?> type, boolean requiredOnly) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        !requiredOnly || !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Map<String, Object> at(String... path) {
        Map<String, Object> node = DOCUMENT;
        for (String step : path) {
            node = map(node.get(step));
        }
        return node;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> document() {
        try (InputStream in = ApiDocumentTest.class.getResourceAsStream("/openapi/intake.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
