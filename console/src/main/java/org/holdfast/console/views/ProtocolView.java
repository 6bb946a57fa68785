package org.holdfast.console.views;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked. */
public record ProtocolView(
        String id,
        String version,
        Map<String, String> windows,
        List<ItemView> items,
        Map<String, List<String>> screens) {

    /** One item; about is null where its wording is not ours to ship. */
    public record ItemView(
            String item,
            String kind,
            int minimum,
            int maximum,
            List<String> choices,
            @Nullable String about) {}
}
