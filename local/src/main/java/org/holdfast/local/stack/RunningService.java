package org.holdfast.local.stack;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One service in this JVM, with a context, a port and a settings file of its own.
 *
 * @param kind which one
 * @param context ends it when closed
 */
public record RunningService(ServiceKind kind, ConfigurableApplicationContext context) implements AutoCloseable {

    /** Both servers are on the classpath of a JVM with all services; the reactive ones are to take theirs. */
    private static final String NOT_TOMCAT =
            "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration";

    /** Returns when it answers. */
    public static RunningService start(ServiceKind kind, String... arguments) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(kind.application())
                .web(kind.web())
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .listeners(new LoggingTurn(true), new LoggingTurn(false))
                .properties(
                        "spring.config.name=" + kind.label(),
                        "spring.autoconfigure.exclude=" + NOT_TOMCAT,
                        "management.metrics.use-global-registry=false");
        try {
            return new RunningService(kind, builder.run(arguments));
        } finally {
            LoggingTurn.end();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
