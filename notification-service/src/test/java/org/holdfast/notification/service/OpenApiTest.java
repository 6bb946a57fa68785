package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.notification.domain.alert.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @Test
    void describesExactlyTheRoutesOfThisService() throws IOException {
        Map<String, Object> document =
                new Yaml().load(new ClassPathResource("openapi/notification.yaml").getInputStream());
        Set<String> described = new TreeSet<>();
        paths(document)
                .forEach((path, item) -> item.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        try (RunningNotification service = new RunningNotification()) {
            Set<String> served = new TreeSet<>();
            service.routes().stream()
                    .filter(route -> !route.path().matches("/(admin|health|prometheus).*"))
                    .forEach(route -> served.add(route.method() + " " + route.path()));
            assertThat(described).isEqualTo(served);
        }
    }

    @Test
    void namesEveryReasonForWhichPeopleAreCalled() throws IOException {
        String document = new ClassPathResource("openapi/notification.yaml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(document)
                .contains("enum: ["
                        + Stream.of(Reason.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + ", null]");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> paths(Map<String, Object> document) {
        return (Map<String, Map<String, Object>>) document.get("paths");
    }
}
