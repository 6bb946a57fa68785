package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the product against every rule of the house, and every rule against its canary. */
class HouseRulesTest {

    /** Only ever lowered: see the decision record 011. */
    private static final int PUBLIC_CHASSIS_TYPES = 52;

    private static JavaClasses product;
    private static JavaClasses canaries;

    @BeforeAll
    static void read() {
        product = Product.classes();
        canaries = new ClassFileImporter().importPackages("org.holdfast.canary");
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> theCanaryBreaksTheRule() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(canaries).hasViolation())
                                .as("the canary of this rule is caught")
                                .isTrue()));
    }

    @Test
    void everyRoomOfTheHouseIsRead() {
        List<String> rooms = Arrays.asList("intake", "triage", "referral", "notification");
        for (String room : rooms) {
            for (String part : List.of("domain", "http", "store", "stream")) {
                assertThat(product.stream()
                                .filter(type -> type.getPackageName().startsWith("org.holdfast." + room + "." + part)))
                        .as("%s.%s is on the class path", room, part)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noServiceKnowsAnother() {
        List<String> services = List.of("intake", "triage", "referral", "notification", "identity");
        for (String service : services) {
            assertThat(product.stream()
                            .filter(type -> type.getPackageName().startsWith("org.holdfast." + service))
                            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                            .map(dependency -> dependency.getTargetClass().getPackageName())
                            .filter(name -> services.stream()
                                    .filter(other -> !other.equals(service))
                                    .anyMatch(other -> name.startsWith("org.holdfast." + other))))
                    .as("what %s knows of other services", service)
                    .isEmpty();
        }
    }

    @Test
    void theChassisStaysSmall() {
        assertThat(product.stream()
                        .filter(type -> type.getPackageName().startsWith("org.holdfast.chassis"))
                        .filter(type -> type.isTopLevelClass()
                                && type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                        .map(type -> type.getName()))
                .as("public types of the chassis: lower the number when there are fewer, see docs/adr/011")
                .hasSize(PUBLIC_CHASSIS_TYPES);
    }
}
