package org.holdfast.console.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every field that the console reads is one that the service's own document promises. */
class ViewsTest {

    @Test
    void readsOnlyWhatIntakePromises() throws IOException {
        check(
                "intake",
                Map.of(
                        ContactRows.class,
                        "ContactPage",
                        ContactView.class,
                        "Contact",
                        NeedsView.class,
                        "NeedCodes",
                        WordsView.class,
                        "Words",
                        RecordedView.class,
                        "Recorded",
                        OutcomeView.class,
                        "Outcome",
                        TrailView.class,
                        "Trail"));
    }

    @Test
    void readsOnlyWhatTriagePromises() throws IOException {
        check("triage", Map.of(ProtocolView.class, "Protocol", QueueView.class, "Queue", ChosenView.class, "Chosen"));
    }

    @Test
    void readsOnlyWhatReferralPromises() throws IOException {
        check(
                "referral",
                Map.of(
                        ProposalView.class,
                        "Referral",
                        InboxRows.class,
                        "PartnerPage",
                        InboxView.class,
                        "PartnerReferral",
                        NoteView.class,
                        "Note",
                        DisclosedView.class,
                        "Person"));
    }

    @Test
    void readsOnlyWhatNotificationPromises() throws IOException {
        check(
                "notification",
                Map.of(AlertRows.class, "AlertPage", AlertStory.class, "Story", AnsweredAlert.class, "Answer"));
    }

    @Test
    void aFieldThatNoDocumentKnowsIsFound() throws IOException {
        record Canary(String contactId, String song) {}
        assertThat(missing("intake", Canary.class, "Contact")).containsExactly("Canary.song");
    }

    private static void check(String service, Map<Class<?>, String> views) throws IOException {
        for (var one : views.entrySet()) {
            assertThat(missing(service, one.getKey(), one.getValue())).isEmpty();
        }
    }

    private static List<String> missing(String service, Class<?> view, String schema) throws IOException {
        Path document = Path.of("../" + service + (service.isEmpty() ? "" : "-service") + "/src/main/resources/openapi/"
                + service + ".yaml");
        Map<String, Object> root = new Yaml().load(Files.readString(document));
        List<String> missing = new ArrayList<>();
        walk(root, map(map(map(root, "components"), "schemas"), schema), view, missing);
        return missing;
    }

    private static void walk(
            Map<String, Object> root, Map<String, Object> schema, Class<?> view, List<String> missing) {
        Map<String, Object> properties = map(schema, "properties");
        for (RecordComponent component : view.getRecordComponents()) {
            Map<String, Object> property = resolved(root, map(properties, component.getName()));
            if (!properties.containsKey(component.getName())) {
                missing.add(view.getSimpleName() + "." + component.getName());
                continue;
            }
            Type type = component.getGenericType();
            if (type instanceof ParameterizedType list
                    && list.getRawType() == List.class
                    && list.getActualTypeArguments()[0] instanceof Class<?> element
                    && element.isRecord()) {
                walk(root, resolved(root, map(property, "items")), element, missing);
            } else if (type instanceof Class<?> one && one.isRecord()) {
                walk(root, property, one, missing);
            }
        }
    }

    private static Map<String, Object> resolved(Map<String, Object> root, Map<String, Object> schema) {
        return schema.get("$ref") instanceof String ref
                ? map(map(map(root, "components"), "schemas"), ref.substring(ref.lastIndexOf('/') + 1))
                : schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String member) {
        return parent.get(member) instanceof Map<?, ?> child ? (Map<String, Object>) child : Map.of();
    }
}
