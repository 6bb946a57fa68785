package org.holdfast.console.views;

import java.util.List;

/** The codes of the needs that can be named. */
public record NeedsView(List<String> items) {}
