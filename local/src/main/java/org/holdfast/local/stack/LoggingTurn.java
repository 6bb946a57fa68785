package org.holdfast.local.stack;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Services that start side by side in one JVM set up its logging one after the other: what is set up is one for all of them, and two
 * at once were seen to break a start.
 *
 * @param begins whether it stands before the logging is set up, else behind it
 */
record LoggingTurn(boolean begins) implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final ReentrantLock TURN = new ReentrantLock();

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + (begins ? -1 : 1);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (begins) {
            begin();
        } else {
            end();
        }
    }

    static void begin() {
        TURN.lock();
    }

    /** Also where setting it up failed. */
    static void end() {
        if (TURN.isHeldByCurrentThread()) {
            TURN.unlock();
        }
    }
}
