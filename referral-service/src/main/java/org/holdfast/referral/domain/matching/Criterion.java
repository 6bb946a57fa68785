package org.holdfast.referral.domain.matching;

/** One question to a service of the directory; pure, so that the same service always gets the same verdict. */
interface Criterion {

    /** Its name in verdicts. */
    String name();

    /** Whether a definite no takes the service out of the candidates; otherwise it only ranks it lower. */
    boolean excludes();

    Verdict judge(Wanted wanted, Considered considered);
}
