package org.holdfast.triage.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.triage.domain.protocol.Item;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Rule;
import org.holdfast.triage.domain.protocol.Screen;
import org.holdfast.triage.domain.protocol.UrgentValues;
import org.jspecify.annotations.Nullable;

/**
 * The protocol in force as a person sees it: what can be asked, which rules there are and where they come from.
 *
 * @param id its id
 * @param version its version
 * @param profile the profile of windows
 * @param windows the window of each code as an ISO duration, or {@code NONE}
 * @param items what can be asked, in the order of the protocol's file
 * @param rules the rules
 * @param screens the suicide screens, each with its items
 */
record ProtocolView(
        String id,
        String version,
        String profile,
        Map<String, String> windows,
        List<ItemView> items,
        List<RuleView> rules,
        Map<String, List<String>> screens) {

    /** One item; about is left out where its wording belongs to an instrument. */
    record ItemView(
            String item,
            String kind,
            int minimum,
            int maximum,
            List<String> choices,
            List<String> urgentValues,
            @Nullable String about) {}

    /** One rule and its source. */
    record RuleView(String rule, String floor, String explainKey, String source, String mark) {

        static RuleView of(Rule rule) {
            return new RuleView(
                    rule.id(),
                    rule.floor().name(),
                    rule.origin().explainKey(),
                    rule.origin().cite(),
                    rule.origin().mark());
        }
    }

    static ProtocolView of(Protocol protocol) {
        Map<String, String> windows = new TreeMap<>();
        protocol.policy().windows().forEach((code, window) -> {
            var length = window.length();
            windows.put(code.name(), length == null ? "NONE" : length.toString());
        });
        Map<String, List<String>> urgent = UrgentValues.of(protocol);
        Map<String, List<String>> screens = new TreeMap<>();
        for (Screen screen : protocol.screens()) {
            screens.put(screen.id(), screen.items());
        }
        return new ProtocolView(
                protocol.name().id(),
                protocol.name().version(),
                protocol.name().profile(),
                windows,
                protocol.items().values().stream()
                        .map(item -> view(item, urgent.getOrDefault(item.id(), List.of())))
                        .toList(),
                protocol.rules().stream().map(RuleView::of).toList(),
                screens);
    }

    private static ItemView view(Item item, List<String> urgent) {
        return new ItemView(
                item.id(),
                item.kind().name(),
                item.minimum(),
                item.maximum(),
                item.choices().keySet().stream().sorted().toList(),
                urgent,
                item.about());
    }
}
