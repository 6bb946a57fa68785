package org.holdfast.console.services;

/** A service said no, and why; its sentence is fit to be shown. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String detail;

    Refused(int status, String type, String detail) {
        super(type, null, false, false);
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable name of the problem, without its prefix. */
    public String type() {
        return type;
    }

    /** One sentence that says what to do. */
    public String detail() {
        return detail;
    }
}
