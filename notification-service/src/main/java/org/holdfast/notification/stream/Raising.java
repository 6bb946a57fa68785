package org.holdfast.notification.stream;

import java.time.Clock;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.notification.calling.AlertIds;
import org.holdfast.notification.calling.Alerts;
import org.holdfast.notification.domain.roster.Code;
import reactor.core.publisher.Mono;

/** Raises an alert for a fact that was heard; who asks again about a known fact is told again how its alert stands. */
public final class Raising {

    private final Alerts alerts;
    private final Journals journals;
    private final Clock clock;

    public Raising(Alerts alerts, Journals journals, Clock clock) {
        this.alerts = alerts;
        this.journals = journals;
        this.clock = clock;
    }

    Mono<Void> raise(Heard<?> heard, String factId, Code code, String contactId, String caseId) {
        return alerts.raise(factId, code, contactId, caseId, heard.cause(clock.instant()))
                .flatMap(handled -> handled instanceof Handled.Done<?, ?> done && heard.retold() && nothingNew(done)
                        ? tellAgain(heard, factId, contactId, caseId)
                        : Mono.empty());
    }

    private static boolean nothingNew(Handled.Done<?, ?> done) {
        return done.repeated() || done.events().isEmpty();
    }

    private Mono<Void> tellAgain(Heard<?> heard, String factId, String contactId, String caseId) {
        String stream = AlertIds.streamOf(caseId);
        return alerts.load(stream)
                .flatMap(entry -> journals.tellOnce(
                        "covered/" + heard.source() + "/" + heard.id(), AlertTold.covered(entry, contactId, factId)))
                .then(alerts.retell(stream));
    }
}
