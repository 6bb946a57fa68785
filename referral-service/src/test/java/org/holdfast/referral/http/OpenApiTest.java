package org.holdfast.referral.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.chassis.security.Routes;
import org.holdfast.referral.ReferralHouse;
import org.holdfast.referral.domain.CancelReason;
import org.holdfast.referral.domain.DeclineReason;
import org.holdfast.referral.domain.Outcome;
import org.holdfast.referral.store.directory.Needs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest extends ReferralHouse {

    @Autowired
    @Qualifier("referralRoutes")
    private Routes routes;

    private static Map<?, ?> document() throws Exception {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi/referral.yaml")) {
            return new Yaml().load(in);
        }
    }

    private static Object at(Object node, String... path) {
        for (String member : path) {
            node = ((Map<?, ?>) node).get(member);
        }
        return node;
    }

    @Test
    void listsEveryRouteAndNoOther() throws Exception {
        Set<String> listed = new TreeSet<>();
        ((Map<?, ?>) document().get("paths"))
                .forEach((path, operations) -> ((Map<?, ?>) operations)
                        .keySet().stream()
                                .filter(method -> !method.equals("parameters"))
                                .forEach(
                                        method -> listed.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(listed)
                .isEqualTo(routes.table().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void listsEveryCodeThatIsTaken() throws Exception {
        Object schemas = at(document(), "components", "schemas");

        assertThat(at(schemas, "Proposal", "properties", "need", "enum"))
                .isEqualTo(Needs.shipped().codes());
        assertThat(at(schemas, "Decline", "properties", "reason", "enum")).isEqualTo(names(DeclineReason.values()));
        assertThat(at(schemas, "OutcomeReport", "properties", "outcome", "enum"))
                .isEqualTo(names(Outcome.values()));
        assertThat(at(schemas, "Cancellation", "properties", "reason", "enum"))
                .isEqualTo(names(Stream.of(CancelReason.values())
                        .filter(reason ->
                                reason != CancelReason.CASE_ERASED && reason != CancelReason.CONSENT_WITHDRAWN)
                        .toArray(Enum[]::new)));
    }

    private static Object names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
