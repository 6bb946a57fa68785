package org.holdfast.chassis.vault;

/** Nothing more is kept about a case that was erased. */
public final class CaseErased extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String caseId;

    CaseErased(String caseId) {
        super("case erased: " + caseId, null, false, false);
        this.caseId = caseId;
    }

    /** The case that was erased. */
    public String caseId() {
        return caseId;
    }
}
