package org.holdfast.e2e.fleet;

/**
 * What a stack stands on.
 *
 * @param kafka the broker's address
 * @param mongodb the database's connection string
 */
public record Ground(String kafka, String mongodb) {

    /** The host of the broker: to a test that runs in a container itself, one beside it is not on loopback. */
    String host() {
        return kafka.substring(0, kafka.lastIndexOf(':'));
    }
}
