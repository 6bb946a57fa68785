package org.holdfast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @Test
    void describesExactlyTheRoutesOfTriage() throws IOException {
        Map<String, Object> document = new Yaml().load(new ClassPathResource("openapi/triage.yaml").getInputStream());
        Set<String> described = new TreeSet<>();
        paths(document)
                .forEach((path, item) -> item.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        try (RunningTriage triage = RunningTriage.fresh()) {
            Set<String> served = new TreeSet<>();
            triage.routes().stream()
                    .filter(route -> !route.path().matches("/(admin|health|prometheus).*"))
                    .forEach(route -> served.add(route.method() + " " + route.path()));
            assertThat(described).isEqualTo(served);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> paths(Map<String, Object> document) {
        return (Map<String, Map<String, Object>>) document.get("paths");
    }
}
