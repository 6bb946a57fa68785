package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.notification.domain.alert.AlertState.Acknowledged;
import org.holdfast.notification.domain.alert.AlertState.Asked;
import org.holdfast.notification.domain.alert.AlertState.Engaged;
import org.holdfast.notification.domain.alert.AlertState.Exhausted;
import org.holdfast.notification.domain.alert.AlertState.Ringing;
import org.holdfast.notification.domain.alert.AlertState.Summoning;
import org.holdfast.notification.domain.roster.Roster;

/** The timers that an alert wants: it always wants one until a person closes it. */
public final class AlertTimers {

    /** Fires when nobody acknowledged in time. */
    public static final String STEP = "step";

    /** Fires when whoever acknowledged is not with the person in time. */
    public static final String ENGAGE = "engage";

    /** Fires when whoever is with the person is to be asked again. */
    public static final String STILL = "still";

    /** Fires when the safety net is to be called again. */
    public static final String SAFETY_NET = "safety-net";

    /** Begins the timer of one page: retry, or a try that nobody recorded. */
    public static final String PAGE = "page/";

    private AlertTimers() {}

    static Map<String, Instant> of(AlertState state) {
        Map<String, Instant> timers = new LinkedHashMap<>();
        switch (state) {
            case Ringing ringing -> timers.put(STEP, ringing.due());
            case Exhausted exhausted -> timers.put(SAFETY_NET, exhausted.due());
            case Acknowledged held -> timers.put(ENGAGE, held.due());
            case Asked held -> timers.put(ENGAGE, held.due());
            case Engaged held -> timers.put(STILL, Presence.stillUntil(held));
            case AlertState other -> {}
        }
        if (state instanceof Summoning summoning) {
            summoning.episode().pages().stream()
                    .filter(page -> page.open() && Paging.current(state, page))
                    .forEach(page -> timers.put(PAGE + page.id(), page.due()));
        }
        return timers;
    }

    /** What it means that this timer came due. */
    public static AlertCommand command(String timer, Instant due, Roster roster, Instant now) {
        return switch (timer) {
            case STEP -> new AlertCommand.StepDue(due, roster, now);
            case ENGAGE -> new AlertCommand.EngageDue(due, roster, now);
            case STILL -> new AlertCommand.StillDue(due, roster, now);
            case SAFETY_NET -> new AlertCommand.SafetyNetDue(due, roster, now);
            default -> new AlertCommand.PageDue(timer.substring(PAGE.length()), due, now);
        };
    }
}
