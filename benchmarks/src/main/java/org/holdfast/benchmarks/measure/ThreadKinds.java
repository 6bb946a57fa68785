package org.holdfast.benchmarks.measure;

import java.util.List;

/** What a thread of the stack is for, by the fifteen letters of its name that the system keeps. */
final class ThreadKinds {

    private record Kind(String begin, String name) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("C1 Compiler", "compiler"),
            new Kind("C2 Compiler", "compiler"),
            new Kind("VM Thread", "collector"),
            new Kind("GC Thread", "collector"),
            new Kind("G1 ", "collector"),
            new Kind("store-commit", "store"),
            new Kind("mongo-", "store"),
            new Kind("nioEventLoop", "store"),
            new Kind("multiThreadIo", "store"),
            new Kind("Thread-", "driver of the store"),
            new Kind("reactor-http", "http"),
            new Kind("reactor-tcp", "http"),
            new Kind("ForkJoinPool", "virtual threads: relay"),
            new Kind("VirtualThread", "virtual threads: relay"),
            new Kind("kafka-producer", "producers"),
            new Kind("kafka-coordin", "consumers"),
            new Kind("KafkaConsumer", "consumers"),
            new Kind("parallel-", "timers and settling"),
            new Kind("single-", "timers and settling"));

    private ThreadKinds() {}

    static String of(String thread) {
        return KINDS.stream()
                .filter(kind -> thread.startsWith(kind.begin))
                .map(Kind::name)
                .findFirst()
                .orElse(thread.contains("-C-") || thread.endsWith("-C") ? "consumers" : "other");
    }
}
