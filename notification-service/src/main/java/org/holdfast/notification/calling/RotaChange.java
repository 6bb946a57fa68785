package org.holdfast.notification.calling;

import java.time.Clock;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.store.AlertViews;
import reactor.core.publisher.Mono;

/** Lets open alerts know that the rota changed, so that whoever is on call by now is called too. */
public final class RotaChange {

    private static final int MOST = 10_000;

    private final Alerts alerts;
    private final AlertViews views;
    private final Clock clock;

    public RotaChange(Alerts alerts, AlertViews views, Clock clock) {
        this.alerts = alerts;
        this.views = views;
        this.clock = clock;
    }

    /** Asks every open alert to call whom its step calls by this roster. */
    public Mono<Void> tookPlace(Roster roster) {
        return views.open(null, MOST)
                .concatMap(view -> {
                    String id = "resolve/" + roster.version() + "/" + view.alertId();
                    AlertCommand command = new AlertCommand.Resolve(roster, clock.instant());
                    return alerts.ask(AlertIds.streamOf(view.caseId()), command, Cause.own(id, clock.instant()));
                })
                .then();
    }
}
