package org.holdfast.identity.store;

import com.mongodb.client.model.ReplaceOptions;

/** How a declared person or client takes its place. */
final class Replacing {

    static final ReplaceOptions OR_INSERTING = new ReplaceOptions().upsert(true);

    private Replacing() {}
}
