package org.holdfast.keeping;

/** Says in a sentence why nothing was saved or put back, to be shown as it is. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupRefused(String why) {
        super(why, null, false, false);
    }
}
