package org.holdfast.notification.domain.alert;

/** Why people are called. */
public enum Reason {
    /** A fact raised the alert. */
    RAISED,
    /** A more urgent fact was heard while it was open. */
    MORE_URGENT,
    /** Nobody of the step before acknowledged in time. */
    NOT_ACKNOWLEDGED,
    /** Whoever acknowledged was not with the person in time. */
    NOT_ENGAGED,
    /** Another contact of the case brought a fact while somebody said to be with the person. */
    HEARD_ELSEWHERE,
    /** A fact that is no more urgent was heard while somebody is with the person: that person is asked. */
    NEW_FACT,
    /** Somebody said to be with the person so long ago that it is asked again. */
    STILL_THERE,
    /** Nobody of the policy is left: the safety net is called. */
    NOBODY_LEFT,
    /** The rota changed while the step was open. */
    ROTA_CHANGED
}
