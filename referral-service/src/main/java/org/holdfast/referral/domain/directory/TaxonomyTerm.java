package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * One term of a classification (HSDS {@code taxonomy_term}).
 *
 * @param id the id in its source
 * @param code the code of the classification, such as {@code 106-07}
 * @param name the term, such as {@code Mental Health}
 * @param parentId the id of the broader term
 * @param taxonomy the name of the classification
 */
public record TaxonomyTerm(
        String id,
        @Nullable String code,
        String name,
        @Nullable String parentId,
        @Nullable String taxonomy) {}
