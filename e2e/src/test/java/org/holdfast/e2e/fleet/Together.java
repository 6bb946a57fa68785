package org.holdfast.e2e.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs several services in one process: {@code MAIN ARG... ++ MAIN ARG...}. Logging is set up once, by the file on the class
 * path: services that start at once would each tear down what another has just set up.
 */
final class Together {

    private Together() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        while (!all.isEmpty()) {
            int end = all.indexOf("++");
            List<String> one = new ArrayList<>(all.subList(0, end < 0 ? all.size() : end));
            all = end < 0 ? new ArrayList<>() : new ArrayList<>(all.subList(end + 1, all.size()));
            Class<?> main = Class.forName(one.get(0));
            String[] rest = one.subList(1, one.size()).toArray(String[]::new);
            Thread.ofPlatform().name("start-" + main.getSimpleName()).start(() -> {
                try {
                    main.getMethod("main", String[].class).invoke(null, (Object) rest);
                } catch (ReflectiveOperationException e) {
                    e.printStackTrace();
                    Runtime.getRuntime().halt(9);
                }
            });
        }
    }
}
