package org.holdfast.notification.domain.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * What a case's alert stream never forgets.
 *
 * @param facts the ids of every fact that was heard, so that none counts twice
 * @param episodes how often it rang from quiet
 * @param sequence how often somebody was called
 */
public record Known(List<String> facts, int episodes, int sequence) {

    static final Known NOTHING = new Known(List.of(), 0, 0);

    public Known {
        facts = List.copyOf(facts);
    }

    Known withFact(String fact) {
        List<String> all = new ArrayList<>(facts);
        all.add(fact);
        return new Known(all, episodes, sequence);
    }

    Known withEpisode(int number) {
        return new Known(facts, number, sequence);
    }

    Known withSequence(int next) {
        return new Known(facts, episodes, next);
    }
}
