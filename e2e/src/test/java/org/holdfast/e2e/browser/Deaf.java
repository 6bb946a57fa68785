package org.holdfast.e2e.browser;

import java.util.List;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/** A service that answers, and hears nothing from the bus; what was said meanwhile it hears when that is closed. */
final class Deaf implements AutoCloseable {

    private final BindingsLifecycleController bindings;
    private final List<String> stopped;

    Deaf(BindingsLifecycleController bindings) {
        this.bindings = bindings;
        stopped = bindings.queryStates().stream()
                .filter(state -> Boolean.TRUE.equals(state.get("input")) && "running".equals(state.get("state")))
                .map(state -> String.valueOf(state.get("bindingName")))
                .toList();
        if (stopped.isEmpty()) {
            throw new IllegalStateException("it heard nothing before either: " + bindings.queryStates());
        }
        stopped.forEach(bindings::stop);
    }

    @Override
    public void close() {
        stopped.forEach(bindings::start);
    }
}
