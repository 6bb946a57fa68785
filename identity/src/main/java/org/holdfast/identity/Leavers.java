package org.holdfast.identity;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever is not declared any more gets in no more: what is taken out of the settings is taken out of the database. */
final class Leavers {

    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);

    private Leavers() {}

    /** Takes them away, and says whom. An empty list is more likely a slip in the settings than everybody's leaving: nobody goes. */
    static <T> void goOf(
            String what,
            List<T> declared,
            Function<T, String> id,
            Function<Collection<String>, List<String>> keepOnly) {
        if (declared.isEmpty()) {
            LOG.warn("No {} are declared: whoever was declared before stays", what);
            return;
        }
        keepOnly.apply(declared.stream().map(id).toList())
                .forEach(gone -> LOG.warn("Of the {}, {} is not declared any more and gets in no more", what, gone));
    }
}
