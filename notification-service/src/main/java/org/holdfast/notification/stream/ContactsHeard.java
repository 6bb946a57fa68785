package org.holdfast.notification.stream;

import java.time.Clock;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
import reactor.core.publisher.Mono;

/** Hears that a case was erased: its key is destroyed here too, and that is told. */
public final class ContactsHeard {

    private final Vault vault;
    private final Journals journals;
    private final Clock clock;

    public ContactsHeard(Vault vault, Journals journals, Clock clock) {
        this.vault = vault;
        this.journals = journals;
        this.clock = clock;
    }

    /** Erases, tells, and only then is done with the message. */
    public Mono<?> hear(Heard<?> heard) {
        if (!(heard.message() instanceof CaseErased erased)) {
            return Mono.empty();
        }
        NotificationKeyDestroyed destroyed = new NotificationKeyDestroyed(erased.caseId(), clock.instant());
        return vault.erase(erased.caseId(), erased.at())
                .then(Mono.defer(() -> journals.tellOnce(
                        "key-destroyed/" + erased.caseId(),
                        AlertTold.tell(destroyed).toList())));
    }
}
