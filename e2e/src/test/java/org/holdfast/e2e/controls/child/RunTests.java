package org.holdfast.e2e.controls.child;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs some tests of one class, and writes down what became of each: a file, the class, its methods. It ends when each of them has
 * failed once: the other cases of a test with several would say nothing more, and may wait for minutes.
 */
public final class RunTests {

    private RunTests() {}

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Class<?> type = Class.forName(arguments[1], false, RunTests.class.getClassLoader());
        Set<String> methods = Set.copyOf(Arrays.asList(arguments).subList(2, arguments.length));
        List<MethodSelector> selected = Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
                .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                .filter(method -> methods.contains(method.getName()) && !method.isSynthetic())
                .collect(Collectors.toMap(Method::getName, method -> selectMethod(type, method), (own, _) -> own))
                .values()
                .stream()
                .toList();
        CancellationToken enough = CancellationToken.create();
        try (Written written = new Written(Path.of(arguments[0]), methods, enough)) {
            LauncherFactory.create()
                    .execute(LauncherExecutionRequestBuilder.request(LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selected)
                                    .build())
                            .cancellationToken(enough)
                            .listeners(written)
                            .build());
        }
        System.exit(0);
    }
}
