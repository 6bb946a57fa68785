package org.holdfast.intake.domain.outcome;

import java.time.Instant;

/**
 * A contact reached an alarming code: a fact that stays, however late it is heard.
 *
 * @param factId the same for every telling of it; empty where only the assessment told it
 * @param code the code
 * @param reachedAt when (UTC)
 * @param heardAt when intake first heard of it (UTC)
 */
public record Reached(String factId, String code, Instant reachedAt, Instant heardAt) {}
