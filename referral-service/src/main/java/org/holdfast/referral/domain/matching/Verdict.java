package org.holdfast.referral.domain.matching;

/**
 * What one criterion says about one service.
 *
 * @param criterion which criterion
 * @param result yes, no, or nobody knows
 * @param degree 0 to 9: how well within the result, 0 is best; it never lifts an unknown over a pass
 * @param value what was found, for a person to read; only words of the directory and of the question
 * @param source the field of the directory that says so
 */
public record Verdict(String criterion, Result result, int degree, String value, String source) {

    public Verdict {
        if (degree < 0 || degree > 9) {
            throw new IllegalArgumentException("A degree is 0 to 9, not " + degree);
        }
    }

    /** The place in the order: every pass before every unknown before every fail. */
    public int grade() {
        return result.ordinal() * 10 + degree;
    }

    static Verdict pass(String criterion, int degree, String value, String source) {
        return new Verdict(criterion, Result.PASS, degree, value, source);
    }

    static Verdict unknown(String criterion, int degree, String value, String source) {
        return new Verdict(criterion, Result.UNKNOWN, degree, value, source);
    }

    static Verdict fail(String criterion, String value, String source) {
        return new Verdict(criterion, Result.FAIL, 0, value, source);
    }
}
