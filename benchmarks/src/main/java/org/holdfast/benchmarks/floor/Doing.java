package org.holdfast.benchmarks.floor;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Does what a stage of the plan says. */
final class Doing {

    private final Keeping keeping;
    private final Telling telling;
    private final String phone;
    private final AtomicLong undone = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    Doing(Keeping keeping, Telling telling, String phone) {
        this.keeping = keeping;
        this.telling = telling;
        this.phone = phone;
    }

    /** Completes when the first write is on disk; the rest goes on beside it. */
    Mono<Void> stage(String key, Stage stage) {
        return keeping.write(key, stage.before()).doOnSuccess(nothing -> beside(key, stage));
    }

    private void beside(String key, Stage stage) {
        undone.incrementAndGet();
        Mono<Void> path = telling.tell(key, stage.says());
        Mono<Void> rung = stage.rings() ? Mono.when(path, ring(key)) : path;
        Mono.when(rung.then(telling.tell(key, stage.follows())), keeping.writeAll(key, stage.after()))
                .doFinally(end -> {
                    undone.decrementAndGet();
                    done.incrementAndGet();
                })
                .subscribe(nothing -> {}, failed -> System.err.println(stage.name() + ": " + failed));
    }

    private Mono<Void> ring(String key) {
        return HttpClient.create()
                .headers(headers -> headers.set("webhook-id", key))
                .post()
                .uri(phone)
                .responseSingle((response, body) -> Mono.just(response.status().code()))
                .then();
    }

    /** What is not done yet, and what is. */
    String state() {
        return "{\"undone\":" + undone.get() + ",\"done\":" + done.get() + "}";
    }
}
