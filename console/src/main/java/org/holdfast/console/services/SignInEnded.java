package org.holdfast.console.services;

/** The person has to sign in again before anything more is taken from this browser. */
public final class SignInEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignInEnded() {
        super("sign-in ended", null, false, false);
    }
}
