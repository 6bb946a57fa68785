package org.holdfast.intake.domain;

import java.util.Optional;

/** What is known of a person's situation and can be taken out again; needs are given anew as a whole. */
public enum Removable {
    LANGUAGE,
    PLACE,
    CALLER_NAME,
    CALLER_NUMBER,
    PERSON_NAME,
    PERSON_NUMBER;

    /** What of it the vault holds; empty if it holds nothing of it. */
    public Optional<Detail> detail() {
        return switch (this) {
            case LANGUAGE, PLACE -> Optional.empty();
            case CALLER_NAME -> Optional.of(Detail.CALLER_NAME);
            case CALLER_NUMBER -> Optional.of(Detail.CALLER_NUMBER);
            case PERSON_NAME -> Optional.of(Detail.PERSON_NAME);
            case PERSON_NUMBER -> Optional.of(Detail.PERSON_NUMBER);
        };
    }
}
