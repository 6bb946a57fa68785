package org.holdfast.triage.domain.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A versioned triage protocol: which items there are, which rules raise the code, and how soon a response is due.
 *
 * @param name its id, version and profile of windows
 * @param policy what follows from a code
 * @param items by id, in the order of the file
 * @param screens the suicide screens
 * @param rules in the order of the file
 * @param asks what must be asked whatever rule fires
 */
public record Protocol(
        Name name, Policy policy, Map<String, Item> items, List<Screen> screens, List<Rule> rules, List<Ask> asks) {

    /**
     * Which protocol it is.
     *
     * @param id such as {@code crisis-triage}
     * @param version such as {@code 1.0.0}
     * @param profile the profile of windows, such as {@code uk-2015}
     */
    public record Name(String id, String version, String profile) {}

    public Protocol {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        screens = List.copyOf(screens);
        rules = List.copyOf(rules);
        asks = List.copyOf(asks);
    }

    /** The screen of that id, if there is one. */
    public Optional<Screen> screen(String id) {
        return screens.stream().filter(screen -> screen.id().equals(id)).findFirst();
    }

    /** The window of the code; none where the protocol names none. */
    public Window window(Code code) {
        return policy.windows().getOrDefault(code, new Window(null));
    }
}
