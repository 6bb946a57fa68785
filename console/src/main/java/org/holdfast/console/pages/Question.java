package org.holdfast.console.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.console.views.ContactView;
import org.holdfast.console.views.ProtocolView;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is put on the page.
 *
 * @param item its id
 * @param label what is shown
 * @param choices what can be pressed
 * @param entry the type of a field for what cannot be pressed: {@code number}, {@code date} or none
 * @param minimum the least number
 * @param maximum the greatest number
 * @param said every value that was ever given, oldest first
 */
public record Question(
        String item,
        String label,
        List<Choice> choices,
        @Nullable String entry,
        int minimum,
        int maximum,
        List<ContactView.ValueView> said) {

    private static final List<Choice> MISSING = List.of(
            new Choice("UNKNOWN", "Unknown", "U"),
            new Choice("NOT_ASKED", "Not asked", "A"),
            new Choice("REFUSED", "Refused", "R"));

    /**
     * What can be pressed.
     *
     * @param key the letter that gives it while the question has the focus, if any
     */
    public record Choice(
            String value, String label, @Nullable String key) {}

    /** Questions of one instrument. */
    public record Group(String id, String name, boolean byCard, boolean open, List<Question> questions) {}

    /** The value that was given last. */
    public @Nullable String last() {
        return said.isEmpty() ? null : said.getLast().value();
    }

    /** All questions by instrument; those that must be asked now first. */
    static List<Group> groups(ProtocolView protocol, ContactView contact, List<String> mustAsk) {
        Map<String, List<Question>> byInstrument = new LinkedHashMap<>();
        mustAsk.forEach(item -> byInstrument.computeIfAbsent(Labels.instrument(item), any -> new ArrayList<>()));
        for (ProtocolView.ItemView item : protocol.items()) {
            byInstrument
                    .computeIfAbsent(Labels.instrument(item.item()), any -> new ArrayList<>())
                    .add(of(item, said(contact, item.item())));
        }
        byInstrument.values().removeIf(List::isEmpty);
        List<Group> groups = new ArrayList<>();
        byInstrument.forEach((id, questions) -> groups.add(new Group(
                id,
                Labels.group(id),
                Labels.byCard(id),
                id.equals("obs")
                        || id.equals("cssrs")
                        || mustAsk.stream()
                                .anyMatch(item -> Labels.instrument(item).equals(id)),
                questions)));
        return groups;
    }

    static List<ContactView.ValueView> said(ContactView contact, String item) {
        return contact.items().stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .map(ContactView.ItemView::values)
                .orElse(List.of());
    }

    private static Question of(ProtocolView.ItemView item, List<ContactView.ValueView> said) {
        List<Choice> choices = new ArrayList<>();
        boolean few = item.kind().equals("INTEGER") && item.maximum() - item.minimum() < 10;
        if (item.kind().equals("FIVE")) {
            choices.add(new Choice("YES", "Yes", "Y"));
            choices.add(new Choice("NO", "No", "N"));
        } else if (few) {
            IntStream.rangeClosed(item.minimum(), item.maximum())
                    .forEach(number ->
                            choices.add(new Choice("" + number, "" + number, number < 10 ? "" + number : null)));
        }
        item.choices().forEach(choice -> choices.add(new Choice(choice, Labels.plain(choice), null)));
        choices.addAll(MISSING);
        String entry = item.kind().equals("DATE") ? "date" : item.kind().equals("INTEGER") && !few ? "number" : null;
        return new Question(
                item.item(),
                Labels.of(item.item(), item.about()),
                List.copyOf(choices),
                entry,
                item.minimum(),
                item.maximum(),
                said);
    }
}
