package org.holdfast.benchmarks;

import org.holdfast.benchmarks.load.ClosedLoop;
import org.holdfast.benchmarks.load.Kind;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.measure.Processes;
import org.holdfast.benchmarks.measure.Work;

/**
 * Contacts of the mix as fast as they are taken, followed until the last of what they caused is done.
 *
 * @param perSecond contacts through the whole
 * @param takenPerSecond contacts that were answered, while they were sent
 * @param processes milliseconds of processor time for each contact, by process
 * @param threads the same within the process of the services, by kind of thread
 * @param dropped contacts that were refused, and pages that did not come
 */
record Burst(double perSecond, double takenPerSecond, Work processes, Work threads, int dropped) {

    static Burst of(Scene scene, Target target, Scene.Watched watched, int count) {
        Work processesBefore = Processes.work(watched.processes());
        Work threadsBefore = Processes.threads(scene.stack.services());
        long begun = System.nanoTime();
        ClosedLoop.Result sent = new ClosedLoop(target, Scene.AT_ONCE).send(count, Kind::ofMix);
        long taken = System.nanoTime();
        long ended = scene.quiet(target);
        Work processes = Processes.work(watched.processes()).since(processesBefore);
        Work threads = Processes.threads(scene.stack.services()).since(threadsBefore);
        int silent = (int) sent.pages().stream()
                .filter(page -> !scene.phone.arrivals().containsKey(page))
                .count();
        return new Burst(
                count * 1e9 / (ended - begun),
                count * 1e9 / (taken - begun),
                processes.each(count),
                threads.each(count),
                sent.refused() + silent);
    }
}
