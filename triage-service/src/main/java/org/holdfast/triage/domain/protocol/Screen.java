package org.holdfast.triage.domain.protocol;

import java.util.List;

/**
 * A published set of suicide questions; one complete screen is what takes a contact out of {@link Code#UNTRIAGED}.
 *
 * @param id such as {@code cssrs}
 * @param items its items, in order
 * @param complete when it was asked to its end, with its valid skips
 * @param negative when every answer is no
 * @param asks what to ask next
 */
public record Screen(String id, List<String> items, Condition complete, Condition negative, List<Ask> asks) {
    public Screen {
        items = List.copyOf(items);
        asks = List.copyOf(asks);
    }
}
