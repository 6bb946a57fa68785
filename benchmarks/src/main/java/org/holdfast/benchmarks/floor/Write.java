package org.holdfast.benchmarks.floor;

/**
 * One write of the plan.
 *
 * @param collection where to
 * @param first whether the document is new; else it is replaced in part, or made
 * @param bytes how much is written
 */
record Write(String collection, boolean first, int bytes) {

    static Write insert(String collection, int bytes) {
        return new Write(collection, true, bytes);
    }

    static Write update(String collection, int bytes) {
        return new Write(collection, false, bytes);
    }
}
