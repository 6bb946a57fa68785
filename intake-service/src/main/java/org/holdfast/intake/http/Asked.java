package org.holdfast.intake.http;

import java.time.Instant;
import java.util.List;
import org.holdfast.intake.domain.Channel;
import org.holdfast.intake.domain.Disposition;
import org.holdfast.intake.domain.Relation;
import org.holdfast.intake.domain.Removable;
import org.holdfast.intake.domain.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies of the requests, as they are sent. */
final class Asked {

    private Asked() {}

    /** The body of {@code POST /contacts}. */
    record Opening(
            Channel channel,
            Relation relation,
            @Nullable String language,
            @Nullable Spot place,
            @Nullable List<String> needs,
            @Nullable Person caller,
            @Nullable Person personAtRisk,
            @Nullable List<OneAnswer> answers) {

        Details details() {
            return new Details(language, place, needs, caller, personAtRisk, null);
        }
    }

    /** The body of {@code POST /contacts/{id}/details}. */
    record Details(
            @Nullable String language,
            @Nullable Spot place,
            @Nullable List<String> needs,
            @Nullable Person caller,
            @Nullable Person personAtRisk,
            @Nullable List<Removable> remove) {}

    /** Where the person is: an area code, or coordinates, which are rounded. */
    record Spot(
            @Nullable String area,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Who somebody is. */
    record Person(@Nullable String name, @Nullable String number) {}

    /** The body of {@code POST /contacts/{id}/answers}. */
    record Answers(List<OneAnswer> answers) {}

    /** One answer: a text or an integer. */
    record OneAnswer(String item, JsonNode value) {}

    /** The body of {@code POST /contacts/{id}/notes}. */
    record Note(String text) {}

    /** The body of {@code POST /contacts/{id}/consents}. */
    record Consent(String recipient, List<Scope> scopes, Instant until) {}

    /** The body of {@code POST /contacts/{id}/closing}. */
    record Closing(Disposition disposition) {}

    /** The body of {@code POST /cases/{id}/erasure}; it may be left out. */
    record Erasing(@Nullable Boolean despiteOpenAlert) {}

    /** The body of {@code POST /disclosures}. */
    record Disclosure(String referralId, String caseId, String contactId, String partner) {}
}
