package org.holdfast.notification.domain.alert;

/** How far one page has come. */
public enum PageState {
    /** It is being given to the provider; if nothing is recorded by its due time, it is sent again. */
    SENDING,
    /** The provider failed; it is tried again at its due time. */
    WAITING,
    /** The provider may have taken it; it is tried once more at its due time. */
    UNSURE,
    /** It is being given to the provider for the last time, because the provider may have taken it before. */
    LAST,
    /** The provider took it. */
    DELIVERED,
    /** It is not tried again. */
    GIVEN_UP
}
