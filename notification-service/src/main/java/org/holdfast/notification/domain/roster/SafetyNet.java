package org.holdfast.notification.domain.roster;

import java.util.List;

/**
 * Who is called when nobody of the policy answered, again and again until a person acknowledges or closes.
 *
 * @param people the ids of the people; never empty in a valid roster
 * @param everySeconds how often, from 10 to 600
 */
public record SafetyNet(List<String> people, int everySeconds) {

    public SafetyNet {
        people = people == null ? List.of() : List.copyOf(people);
    }
}
