package org.holdfast.notification.calling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.journal.Recorded;
import org.holdfast.chassis.journal.StreamKind;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.AlertDecider;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.AlertTimers;
import org.holdfast.notification.domain.alert.Episode;
import org.holdfast.notification.domain.alert.Page;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.store.Rosters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be asked of alerts: each ask becomes a command with the roster of that moment. */
public final class Alerts {

    private final Handling<AlertState, AlertCommand, AlertEvent> handling;
    private final Rosters rosters;
    private final Clock clock;

    /** Over the journal; tells by {@code telling}, keeps what is {@code beside} it, and sends by {@code post}. */
    public Alerts(
            Journals journals,
            Telling<AlertState, AlertEvent> telling,
            List<Projection<AlertState, AlertEvent>> beside,
            Rosters rosters,
            Post post,
            Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
        List<Projection<AlertState, AlertEvent>> projections = new ArrayList<>();
        projections.add(new PagesSent(post, new Recordings(), journals.spans()));
        projections.addAll(beside);
        handling = journals.handling(new StreamKind<>(
                AlertIds.KIND, AlertState.class, AlertEvent.class, new AlertDecider(), telling, projections));
        journals.onTimer(AlertIds.KIND, this::timer);
    }

    /** A fact says that the case has this code. */
    public Mono<Handled<AlertState, AlertEvent>> raise(
            String factId, Code code, String contactId, String caseId, Cause cause) {
        return rosters.current()
                .map(roster -> new AlertCommand.Raise(factId, code, contactId, caseId, roster, clock.instant()))
                .flatMap(command -> handling.begin(AlertIds.streamOf(caseId), command, cause));
    }

    /** A service could not read an urgent message: the safety net is called, because nobody knows what it said. */
    public Mono<Handled<AlertState, AlertEvent>> callSafetyNet(String service, String letter, Cause cause) {
        String subject = Episode.LETTERS + service.replaceAll("[^A-Za-z0-9_-]", "-");
        return rosters.current()
                .map(Roster::safetyNetOnly)
                .map(roster -> new AlertCommand.Raise(letter, Code.A, subject, subject, roster, clock.instant()))
                .flatMap(command -> handling.handle(AlertIds.streamOf(subject), command, cause));
    }

    /** A person's ask: acknowledge or engage. */
    public Mono<Handled<AlertState, AlertEvent>> ask(String stream, AlertCommand command, Cause cause) {
        return handling.handle(stream, command, cause);
    }

    /** A person's ask about the version that the person saw. */
    public Mono<Handled<AlertState, AlertEvent>> ask(String stream, long version, AlertCommand command, Cause cause) {
        return handling.handle(stream, version, command, cause);
    }

    /** The alert as it stands, or empty. */
    public Mono<Entry<AlertState>> load(String stream) {
        return handling.load(stream);
    }

    /** What happened to the alert, oldest first. */
    public Flux<Recorded<AlertEvent>> history(String stream) {
        return handling.history(stream);
    }

    /** Tells the others again how the alert stands. */
    public Mono<Void> retell(String stream) {
        return handling.retell(stream);
    }

    private Mono<?> timer(String stream, String timer, Instant due) {
        return rosters.current().flatMap(roster -> {
            Instant now = clock.instant();
            AlertCommand command = AlertTimers.command(timer, due, roster, now);
            return handling.handle(stream, command, Cause.deadline(stream, timer, due, now));
        });
    }

    /** Records tries in the journal. */
    private final class Recordings implements PagesSent.Recording {

        @Override
        public Mono<?> record(String stream, Page page, Outcome outcome) {
            Instant now = clock.instant();
            AlertCommand command = new AlertCommand.RecordDelivery(page.id(), page.attempt(), outcome, now);
            return handling.handle(stream, command, Cause.own(page.id() + "/" + page.attempt(), now));
        }

        @Override
        public Mono<?> tryAgain(String stream, Page page) {
            return timer(stream, AlertTimers.PAGE + page.id(), page.due());
        }
    }
}
