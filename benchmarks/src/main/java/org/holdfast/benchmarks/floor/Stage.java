package org.holdfast.benchmarks.floor;

import java.util.List;

/**
 * What one service does about one message, or about one request.
 *
 * @param name its consumer group
 * @param hears the topic, or the path of the request
 * @param before the write that is on disk before anything else is done
 * @param says what is told then
 * @param rings whether the phone is rung then
 * @param after what is written beside the path
 * @param follows what is told when the phone was rung
 */
record Stage(
        String name, String hears, Write before, List<Say> says, boolean rings, List<Write> after, List<Say> follows) {
    Stage {
        says = List.copyOf(says);
        after = List.copyOf(after);
        follows = List.copyOf(follows);
    }
}
