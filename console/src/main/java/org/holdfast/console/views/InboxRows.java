package org.holdfast.console.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the referrals that were sent to an agency. */
public record InboxRows(
        @Nullable List<InboxView> items, @Nullable String next) {}
