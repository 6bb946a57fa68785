package org.holdfast.triage.domain.protocol;

import java.util.List;
import java.util.Map;

/**
 * A published or agreed case that a protocol must still decide as it was decided.
 *
 * @param name what it is
 * @param said what was said, by item
 * @param code the code it must come to
 * @param rules rules that must fire
 * @param silent rules that must not fire
 * @param prompts what must be asked and flagged
 */
public record GoldenCase(
        String name,
        Map<String, List<Said>> said,
        Code code,
        List<String> rules,
        List<String> silent,
        Prompts prompts) {

    /**
     * What must be asked and flagged.
     *
     * @param mustAsk items
     * @param flags flags
     */
    public record Prompts(List<String> mustAsk, List<String> flags) {}
}
