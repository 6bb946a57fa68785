package org.holdfast.intake.http;

import java.time.Instant;
import java.util.List;
import org.holdfast.intake.domain.Consent;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.Detail;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.domain.ItemAnswers;
import org.holdfast.intake.domain.Note;
import org.holdfast.intake.domain.Opening;
import org.holdfast.intake.domain.Place;
import org.jspecify.annotations.Nullable;

/** A contact as the desk sees it; names, numbers and texts are read apart, because reading them is audited. */
record ContactView(
        String contactId,
        String caseId,
        String status,
        long version,
        String channel,
        String relation,
        @Nullable String language,
        @Nullable Place place,
        List<String> needs,
        List<ItemAnswers> items,
        List<Note> notes,
        List<Consent> consents,
        List<Detail> inVault,
        @Nullable String disposition,
        Instant openedAt,
        @Nullable Instant closedAt) {

    static ContactView of(Contact contact, Facts facts) {
        Opening opening = facts.opening();
        Contact.@Nullable Closed closed = contact instanceof Contact.Closed it ? it : null;
        return new ContactView(
                opening.contactId(),
                opening.caseId(),
                closed == null ? "OPEN" : "CLOSED",
                facts.tally().changedVersion(),
                opening.channel().name(),
                opening.relation().name(),
                facts.situation().language(),
                facts.situation().place(),
                facts.situation().needs(),
                facts.answers(),
                facts.notes(),
                facts.consents(),
                facts.situation().refs().keySet().stream().sorted().toList(),
                closed == null ? null : closed.disposition().name(),
                opening.openedAt(),
                closed == null ? null : closed.closedAt());
    }
}
