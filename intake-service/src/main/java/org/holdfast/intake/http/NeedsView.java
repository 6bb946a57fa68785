package org.holdfast.intake.http;

import java.util.List;

/**
 * The needs that can be named here.
 *
 * @param items their codes, as the directory of services has them
 */
record NeedsView(List<String> items) {}
