package org.holdfast.referral.http;

import java.util.Arrays;
import org.holdfast.chassis.http.Problem;

/** Reads codes that callers send; one that is not known is refused with the list of those that are. */
final class Codes {

    private Codes() {}

    static <E extends Enum<E>> E read(Class<E> type, String code, String pointer) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(type, pointer));
    }

    static <E extends Enum<E>> Problem unknown(Class<E> type, String pointer) {
        return Problem.invalid("unknown-code", "That code is not known here.", pointer)
                .with(
                        "known",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
}
