package org.holdfast.local;

import java.io.IOException;
import java.util.Arrays;
import org.holdfast.local.stack.CannotStart;
import org.holdfast.local.stack.RunningService;
import org.holdfast.local.stack.ServiceKind;

/**
 * One service in a JVM of its own: {@code RunService intake --server.port=8081 ...}; prints one line when it answers.
 *
 * <p>With {@code --tied} among the arguments it ends as soon as its standard input is closed.
 */
public final class RunService {

    private RunService() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("usage: RunService " + ServiceKind.names() + " [--tied] [--setting=value ...]");
            System.exit(2);
        }
        try {
            ServiceKind kind = ServiceKind.named(arguments[0]);
            boolean tied = Arrays.asList(arguments).contains("--tied");
            String[] settings = Arrays.stream(arguments, 1, arguments.length)
                    .filter(one -> !one.equals("--tied"))
                    .toArray(String[]::new);
            RunningService service = RunningService.start(kind, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "service-end"));
            System.out.println(kind.label() + " ready at port "
                    + service.context().getEnvironment().getProperty("local.server.port"));
            if (tied) {
                Thread.ofPlatform().daemon().name("parent-watch").start(RunService::endWithInput);
            }
        } catch (CannotStart told) {
            System.err.println(told.getMessage());
            System.exit(1);
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
