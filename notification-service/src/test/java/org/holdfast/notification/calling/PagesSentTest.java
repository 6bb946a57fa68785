package org.holdfast.notification.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.trace.Spans;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.AlertDecider;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.Page;
import org.holdfast.notification.domain.roster.Code;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PagesSentTest {

    private final AlertDecider decider = new AlertDecider();
    private final List<String> triedAgain = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private final PagesSent sent = new PagesSent(
            null,
            new PagesSent.Recording() {
                @Override
                public Mono<?> record(String stream, Page page, Outcome outcome) {
                    recorded.add(page.id() + "/" + page.attempt());
                    return Mono.empty();
                }

                @Override
                public Mono<?> tryAgain(String stream, Page page) {
                    triedAgain.add(page.person());
                    return Mono.empty();
                }
            },
            Spans.off());

    @Test
    void takesUpThePagesOfAnInstanceThatDied() {
        resume(raised());
        assertThat(triedAgain).containsExactly("ana");
        assertThat(recorded).as("nothing was sent").isEmpty();
    }

    @Test
    void aTryOfAPageIsGivenToThePostOnce() {
        AlertCommand raise = new AlertCommand.Raise("fact", Code.A, "contact", "case", Helpline.roster(), Helpline.NOW);
        List<AlertEvent> events = ((Decision.Accepted<AlertEvent>) decider.decide(decider.initial(), raise)).events();
        Entry<AlertState> entry = new Entry<>("alert/case/risk", 1, after(decider.initial(), raise), Helpline.NOW);

        sent.project(entry, events).block();
        assertThat(recorded).isNotEmpty().doesNotHaveDuplicates();
        int once = recorded.size();
        sent.project(entry, events).block(); // what follows is done again where a part of it failed
        assertThat(recorded).hasSize(once);
    }

    @Test
    void leavesThePagesOfAnAlertThatSomebodyHas() {
        AlertState raised = raised();
        resume(after(raised, new AlertCommand.Acknowledge("ben", null, Helpline.NOW)));
        assertThat(triedAgain).isEmpty();
    }

    @Test
    void leavesPagesThatWereRecorded() {
        AlertState raised = raised();
        Page page = ((AlertState.Told) raised).episode().pages().getFirst();
        resume(after(raised, new AlertCommand.RecordDelivery(page.id(), 1, Outcome.DELIVERED, Helpline.NOW)));
        assertThat(triedAgain).isEmpty();
    }

    private AlertState raised() {
        return after(
                decider.initial(),
                new AlertCommand.Raise("fact", Code.A, "contact", "case", Helpline.roster(), Helpline.NOW));
    }

    private AlertState after(AlertState state, AlertCommand command) {
        AlertState next = state;
        for (AlertEvent event : ((Decision.Accepted<AlertEvent>) decider.decide(state, command)).events()) {
            next = decider.evolve(next, event);
        }
        return next;
    }

    private void resume(AlertState state) {
        sent.project(new Entry<>("alert/case/risk", 1, state, Helpline.NOW), List.of())
                .block();
    }
}
