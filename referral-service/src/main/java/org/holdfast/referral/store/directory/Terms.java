package org.holdfast.referral.store.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.referral.domain.directory.TaxonomyTerm;
import org.jspecify.annotations.Nullable;

/** A classification with its broader terms. */
final class Terms {

    private final Map<String, TaxonomyTerm> byId = new HashMap<>();

    Terms(Collection<TaxonomyTerm> terms) {
        terms.forEach(term -> byId.put(term.id(), term));
    }

    @Nullable
    TaxonomyTerm byId(String id) {
        return byId.get(id);
    }

    int size() {
        return byId.size();
    }

    /** The names of all terms broader than these, in lower case; a circle ends where it began. */
    List<String> broader(Collection<TaxonomyTerm> terms) {
        Set<String> names = new TreeSet<>();
        for (TaxonomyTerm term : terms) {
            Set<String> walked = new TreeSet<>(Set.of(term.id()));
            TaxonomyTerm parent = parent(term);
            while (parent != null && walked.add(parent.id())) {
                names.add(parent.name().toLowerCase(Locale.ROOT));
                parent = parent(parent);
            }
        }
        return List.copyOf(names);
    }

    private @Nullable TaxonomyTerm parent(TaxonomyTerm term) {
        return term.parentId() == null ? null : byId.get(term.parentId());
    }
}
