package org.holdfast.e2e.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;

/** Every rule of the house that reads the code, by number and name. */
final class HouseRules {

    private static final String OURS = "org.holdfast..";
    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random");

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("01 a domain knows only Java and what a decision is", domainIsPure());
        rules.put("02a the store knows neither http nor stream", storeKnowsNoAdapter());
        rules.put("02b http and stream do not know each other", adaptersApart());
        rules.put("02c deliveries use none of them", deliveriesApart());
        rules.put("03 contracts only where messages are told and heard", contractsAtTheRim());
        rules.put("04 the chassis knows no service", chassisKnowsNoService());
        rules.put("04b the console knows no service and no contract", consoleKnowsNoService());
        rules.put("05a the Mongo driver only where things are kept", driverWhereThingsAreKept());
        rules.put("05b Spring Cloud Stream only where messages are told and heard", streamAtTheRim());
        rules.put("06 a domain has neither clock nor dice", noClockInDomain());
        rules.put("07 only consuming waits", onlyConsumingBlocks());
        rules.put("09a no field injection", noFieldInjection());
        rules.put("09b a constructor takes at most six parameters", smallConstructors());
        rules.put("09c every package says what it is for and is null-marked", packagesAreMarked());
        return rules;
    }

    private static ArchRule domainIsPure() {
        return classes()
                .that(resideInAPackage("..domain..").and(are(productOrCanary())))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "org.holdfast.chassis.decide..", "org.holdfast..domain.."))
                .because("a decision must be the same tomorrow, on every machine and in every test");
    }

    private static ArchRule storeKnowsNoAdapter() {
        return noClasses()
                .that(are(in("store")))
                .should()
                .dependOnClassesThat(in("http").or(in("stream")))
                .because("what is kept does not depend on who asks");
    }

    private static ArchRule adaptersApart() {
        return noClasses()
                .that(are(in("http")))
                .should()
                .dependOnClassesThat(in("stream"))
                .orShould()
                .dependOnClassesThat(in("console"))
                .because("adapters meet in the application class and through domain types");
    }

    private static ArchRule deliveriesApart() {
        return noClasses()
                .that(are(in("email").or(in("webhook"))))
                .should()
                .dependOnClassesThat(in("http").or(in("stream")).or(in("store")))
                .because("a channel only delivers");
    }

    private static ArchRule contractsAtTheRim() {
        return noClasses()
                .that(resideInAPackage(OURS)
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.holdfast.contracts..", "org.holdfast..stream..", "org.holdfast.e2e.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.holdfast.contracts.."))
                .because("a domain event is never a contract");
    }

    private static ArchRule chassisKnowsNoService() {
        return noClasses()
                .that(resideInAnyPackage("org.holdfast.chassis..", "org.holdfast.canary.chassis.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.holdfast.contracts..",
                        "org.holdfast.intake..",
                        "org.holdfast.triage..",
                        "org.holdfast.referral..",
                        "org.holdfast.notification..",
                        "org.holdfast.identity.."))
                .because("a mechanism has no word of the domain");
    }

    private static ArchRule consoleKnowsNoService() {
        return noClasses()
                .that(resideInAnyPackage("org.holdfast.console..", "org.holdfast.canary.console.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.holdfast.contracts..",
                        "org.holdfast.chassis..",
                        "org.holdfast.intake..",
                        "org.holdfast.triage..",
                        "org.holdfast.referral..",
                        "org.holdfast.notification..",
                        "org.holdfast.identity.."))
                .because("it reads what the services' documents promise, and nothing else");
    }

    private static ArchRule driverWhereThingsAreKept() {
        return noClasses()
                .that(resideInAPackage(OURS)
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.holdfast.chassis..",
                                "org.holdfast..store..",
                                "org.holdfast.keeping..",
                                "org.holdfast.local..",
                                "org.holdfast.e2e..")))
                        .and(DescribedPredicate.not(application())))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson.."))
                .because("the document's shape is known in one place");
    }

    private static ArchRule streamAtTheRim() {
        return noClasses()
                .that(resideInAPackage(OURS)
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("org.holdfast.chassis.stream..", "org.holdfast..stream..")))
                        .and(DescribedPredicate.not(application())))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.cloud.."))
                .because("the bus can change without the rest");
    }

    private static ArchRule noClockInDomain() {
        return noClasses()
                .that(resideInAPackage("..domain..").and(are(productOrCanary())))
                .should(callAny(CLOCKS_AND_DICE))
                .because("time and ids come in from outside");
    }

    private static ArchRule onlyConsumingBlocks() {
        return noClasses()
                .that(resideInAPackage(OURS)
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.holdfast.identity.store..", "org.holdfast.e2e..", "org.holdfast.local..")))
                        .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("Consuming"))))
                .should(callAny(Set.of(
                        "reactor.core.publisher.Mono.block",
                        "reactor.core.publisher.Flux.blockFirst",
                        "reactor.core.publisher.Flux.blockLast",
                        "reactor.core.scheduler.Schedulers.boundedElastic")))
                .because("a waiting thread is a thread that cannot page");
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(OURS))
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .because("what an object needs stands in its constructor");
    }

    private static ArchRule smallConstructors() {
        return classes()
                .that(resideInAPackage(OURS)
                        .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Record.class)))
                        .and(DescribedPredicate.describe("no enum", type -> !type.isEnum())))
                .should(new ArchCondition<>("have constructors of at most six parameters") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaConstructor constructor : type.getConstructors()) {
                            long given = type.isInnerClass() || type.isAnonymousClass() || type.isLocalClass() ? 1 : 0;
                            boolean small = type.isAnonymousClass()
                                    || type.isLocalClass()
                                    || constructor.getRawParameterTypes().size() - given <= 6;
                            events.add(new SimpleConditionEvent(constructor, small, constructor.getFullName()));
                        }
                    }
                })
                .because("more than six says that it is two things");
    }

    private static ArchRule packagesAreMarked() {
        return classes()
                .that(resideInAPackage(OURS))
                .should(new ArchCondition<>("live in a null-marked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(type, marked, type.getPackageName()));
                    }
                })
                .because("what may be null is said");
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return resideInAnyPackage("org.holdfast.*." + room, "org.holdfast.*." + room + "..")
                .and(DescribedPredicate.not(resideInAPackage("org.holdfast.chassis..")))
                .as("in room " + room);
    }

    private static DescribedPredicate<JavaClass> productOrCanary() {
        return resideInAPackage(OURS).as("ours");
    }

    private static DescribedPredicate<JavaClass> application() {
        return DescribedPredicate.describe(
                "an application class or its wiring",
                type -> type.getPackageName().matches("org\\.holdfast\\.\\w+")
                        && type.getName().matches("[\\w.]+(Application|Wiring)(\\$.*)?"));
    }

    private static ArchCondition<JavaClass> callAny(Set<String> methods) {
        return new ArchCondition<>("call any of " + methods) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    AccessTarget target = access.getTarget();
                    String name = target.getOwner().getName() + "." + target.getName();
                    if (methods.contains(name)) {
                        events.add(new SimpleConditionEvent(type, true, access.getDescription()));
                    }
                }
            }
        };
    }
}
