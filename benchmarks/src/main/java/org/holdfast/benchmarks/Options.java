package org.holdfast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import org.jspecify.annotations.Nullable;

/**
 * What the bench is told.
 *
 * @param suites those to run
 * @param mongodb a MongoDB to use in place of the stack's own choice
 * @param ports where the stack listens
 * @param profile whether the services write a flight recording
 */
record Options(List<String> suites, Sizes sizes, @Nullable String mongodb, Ports ports, boolean profile) {

    static final List<String> ALL = List.of("start", "chain", "throughput", "surge", "growth", "pure");

    private static final String USAGE = """
            chain, throughput, surge, growth, start, pure   the suites to run; without any, all of them
            --quick            small numbers, to try the harness: its figures mean nothing
            --mongodb=URI      a MongoDB of yours, in place of a mongod on the PATH or the trial store
            --ports=NUMBER     the first of eleven ports for the stack; without it, free ones
            --profile          the services write a flight recording to benchmarks/target""";

    static Options of(String... arguments) {
        List<String> suites = new ArrayList<>();
        Sizes sizes = Sizes.FULL;
        String mongodb = null;
        Ports ports = Ports.free();
        boolean profile = false;
        for (String argument : arguments) {
            if (ALL.contains(argument)) {
                suites.add(argument);
            } else if (argument.equals("--quick")) {
                sizes = Sizes.QUICK;
            } else if (argument.equals("--profile")) {
                profile = true;
            } else if (argument.startsWith("--mongodb=")) {
                mongodb = argument.substring("--mongodb=".length());
            } else if (argument.matches("--ports=\\d+")) {
                ports = from(Integer.parseInt(argument.substring("--ports=".length())));
            } else {
                throw new IllegalArgumentException(
                        "The argument " + argument + " is not understood. These are:\n" + USAGE);
            }
        }
        return new Options(suites.isEmpty() ? ALL : List.copyOf(suites), sizes, mongodb, ports, profile);
    }

    private static Ports from(int first) {
        Ports ports = Ports.usual();
        for (Part part : Part.values()) {
            ports = ports.with(part, first + part.ordinal());
        }
        return ports;
    }

    boolean wants(String suite) {
        return suites.contains(suite);
    }

    boolean wantsAny(String... some) {
        return List.of(some).stream().anyMatch(suites::contains);
    }
}
