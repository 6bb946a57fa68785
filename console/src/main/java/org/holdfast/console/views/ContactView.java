package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact without a word of the person. */
public record ContactView(
        String contactId,
        String caseId,
        String status,
        long version,
        String channel,
        String relation,
        @Nullable String language,
        @Nullable PlaceView place,
        List<String> needs,
        List<ItemView> items,
        List<ConsentView> consents,
        @Nullable String disposition,
        Instant openedAt) {

    /** Where the person is, coarse. */
    public record PlaceView(
            @Nullable String area,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Every value that an item ever held, oldest first. */
    public record ItemView(String item, boolean recognised, List<ValueView> values) {}

    /** A value and when it was given. */
    public record ValueView(String value, Instant at) {}

    /** What may be shared with whom. */
    public record ConsentView(
            String consentId, String recipient, List<String> scopes, Instant until, boolean withdrawn) {}
}
