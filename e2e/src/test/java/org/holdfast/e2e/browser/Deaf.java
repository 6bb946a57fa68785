package org.holdfast.e2e.browser;

import java.util.List;
import org.holdfast.e2e.Eventually;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A service that answers, and hears nothing from the bus; what was said meanwhile it hears when that is closed. */
final class Deaf implements AutoCloseable {

    private final List<ConcurrentMessageListenerContainer<?, ?>> hearing;

    /** Returns when nothing is heard any more; what was asked for before may still have come. */
    Deaf(BindingsLifecycleController bindings) {
        hearing = bindings.queryStates().stream()
                .filter(state -> Boolean.TRUE.equals(state.get("input")))
                .<ConcurrentMessageListenerContainer<?, ?>>map(
                        state -> container(bindings, String.valueOf(state.get("bindingName"))))
                .toList();
        if (hearing.isEmpty()) {
            throw new IllegalStateException("it heard nothing before either: " + bindings.queryStates());
        }
        hearing.forEach(ConcurrentMessageListenerContainer::pause);
        Eventually.get(
                "a service that hears nothing",
                () -> hearing.stream().allMatch(ConcurrentMessageListenerContainer::isContainerPaused),
                paused -> paused);
    }

    private static ConcurrentMessageListenerContainer<?, ?> container(
            BindingsLifecycleController bindings, String name) {
        Object adapter = new DirectFieldAccessor(bindings.queryState(name).getFirst()).getPropertyValue("lifecycle");
        return (ConcurrentMessageListenerContainer<?, ?>)
                new DirectFieldAccessor(adapter).getPropertyValue("messageListenerContainer");
    }

    @Override
    public void close() {
        hearing.forEach(ConcurrentMessageListenerContainer::resume);
    }
}
