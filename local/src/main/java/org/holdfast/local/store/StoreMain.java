package org.holdfast.local.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * The trial store as a process of its own: {@code StoreMain DIRECTORY PORT [ADDRESS]}; ends when its standard input is closed.
 *
 * <p>Without an address it listens on loopback. Another one is for a container in a network of its own: whoever reaches the store may read
 * and change everything.
 *
 * <p>Exit codes: 3 when it cannot start, 5 when a write could not be put on disk.
 */
public final class StoreMain {

    private StoreMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("logback.configurationFile", "org/holdfast/local/store/logback.xml");
        try {
            InetAddress address =
                    arguments.length > 2 ? InetAddress.getByName(arguments[2]) : InetAddress.getLoopbackAddress();
            TrialStore store = TrialStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), address);
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-end"));
            System.out.println("store ready at " + store.uri());
            Thread.ofPlatform().daemon().name("parent-watch").start(StoreMain::endWithInput);
            while (!store.isBroken()) {
                Thread.sleep(200);
            }
            System.err.println("a write could not be put on disk; the store stops");
            Runtime.getRuntime().halt(5);
        } catch (StoreUnavailable | UnknownHostException unavailable) {
            System.err.println(unavailable.getMessage());
            System.exit(3);
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // whatever is written is of no meaning; only the end is
            }
        } catch (IOException closed) {
            // the same as the end
        }
        System.exit(0);
    }
}
