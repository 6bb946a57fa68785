package org.holdfast.local.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which writes come to the same when they are done again on the same state: those in which the store makes nothing up. */
final class Repeatable {

    private static final Set<String> MADE_UP =
            Set.of("$currentDate", "$expr", "$where", "$rand", "$sampleRate", "$function");
    private static final Set<String> NOW = Set.of("$$NOW", "$$CLUSTER_TIME");

    private Repeatable() {}

    /** Whether it is one of them; of any other command nobody knows, so that it is not. */
    static boolean is(Document command) {
        return switch (command.keySet().iterator().next()) {
            case "insert" -> all(command.get("documents"), document -> document.containsKey("_id"));
            case "update" -> all(command.get("updates"), one -> change(one, one.get("q"), one.get("u")));
            case "delete" -> all(command.get("deletes"), one -> !makesUp(one));
            case "findAndModify", "findandmodify" -> change(command, command.get("query"), command.get("update"));
            default -> false;
        };
    }

    /** A document that an upsert makes has an id only if the query says which. */
    private static boolean change(Document asked, @Nullable Object query, @Nullable Object update) {
        boolean makes = Utils.isTrue(asked.get("upsert"));
        boolean named = query instanceof Document filter && filter.get("_id") instanceof String;
        boolean says = update instanceof Document || (update == null && Utils.isTrue(asked.get("remove")));
        return says && (!makes || named) && !makesUp(asked);
    }

    /** Whether something in it, however deep, stands for what only the moment knows. */
    private static boolean makesUp(@Nullable Object value) {
        return switch (value) {
            case Document document ->
                document.keySet().stream().anyMatch(MADE_UP::contains)
                        || document.values().stream().anyMatch(Repeatable::makesUp);
            case Collection<?> many -> many.stream().anyMatch(Repeatable::makesUp);
            case String text -> NOW.contains(text);
            case null, default -> false;
        };
    }

    private static boolean all(@Nullable Object documents, Predicate<Document> suits) {
        return documents instanceof Collection<?> many
                && many.stream().allMatch(one -> one instanceof Document document && suits.test(document));
    }
}
