package org.holdfast.benchmarks.load;

/** What a contact asks for. */
public enum Kind {
    /** An answer that demands code B: somebody is paged. */
    URGENT,
    /** Six answers, none of them alarming. */
    ROUTINE,
    /** The same, and services are looked for. */
    REFERRED;

    /** The mix of a night: of twenty, one is urgent and four are referred. */
    public static Kind ofMix(int index) {
        return index % 20 == 0 ? URGENT : index % 5 == 1 ? REFERRED : ROUTINE;
    }
}
