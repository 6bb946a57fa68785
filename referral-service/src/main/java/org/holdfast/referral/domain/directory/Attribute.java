package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * One classification of a service (HSDS {@code attribute}).
 *
 * @param id the id in its source
 * @param taxonomyTerm the term
 */
public record Attribute(String id, @Nullable TaxonomyTerm taxonomyTerm) {}
