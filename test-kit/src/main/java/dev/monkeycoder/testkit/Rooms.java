package dev.monkeycoder.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The rules of a module's rooms, as ArchUnit holds them: ring 1 is plain Java, a framework word
/// stands only in a leaf package named after its technology, features form no cycle, names say
/// something, null is marked.
public final class Rooms {
    /// Where ring 2 may live.
    private static final String[] LEAVES =
            Stream.of("rest", "kafka", "store", "client", "trace", "ws", "process", "command")
                    .map(leaf -> "dev.monkeycoder.." + leaf + "..")
                    .toArray(String[]::new);

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "io.vertx..",
        "io.smallrye.mutiny..",
        "io.smallrye.reactive..",
        "io.smallrye.jwt..",
        "io.smallrye.common..",
        "io.opentelemetry..",
        "io.micrometer..",
        "io.netty..",
        "jakarta..",
        "javax..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "org.hibernate..",
        "org.jboss..",
        "info.picocli..",
        "picocli..",
        "java.sql..",
        "java.net.http..",
        "com.sun.net.httpserver.."
    };

    private static final Set<String> FORBIDDEN_NAMES =
            Set.of(
                    "util", "utils", "helper", "helpers", "common", "manager", "impl", "dto",
                    "data", "info");

    /// Between the words of a class name.
    private static final String WORDS = "(?<=[a-z0-9])(?=[A-Z])|\\$";

    private static final DescribedPredicate<JavaClass> RING_ONE = resideOutsideOfPackages(LEAVES);

    private Rooms() {}

    /// Holds a module to all rules.
    ///
    /// @param root such as `dev.monkeycoder.gateway`
    /// @throws AssertionError that names each class and line that breaks a rule
    public static void check(String root) {
        JavaClasses own =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(root);
        rules(root).forEach(rule -> rule.check(own));
        JavaClasses tests =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages(root);
        testRules().forEach(rule -> rule.check(tests));
    }

    /// The rules for a module's own classes.
    static List<ArchRule> rules(String root) {
        return List.of(
                plain(resideInAnyPackage(FRAMEWORKS), "a framework word stands in a leaf package"),
                plain(resideInAnyPackage(LEAVES), "ring 1 knows nothing of ring 2"),
                noClasses()
                        .that(RING_ONE)
                        .should(ArchConditions.accessTargetWhere(impure()))
                        .because("ring 1 gets time, ids and randomness as values")
                        .allowEmptyShould(true),
                slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true),
                classes().should(haveSayingNames()),
                classes().should(beNullMarked()));
    }

    /// The rules for its tests.
    static List<ArchRule> testRules() {
        return List.of(
                noClasses()
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", Duration.class)
                        .as("tests wait for what they expect, never for time to pass")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .beAnnotatedWith("org.junit.jupiter.api.Disabled")
                        .allowEmptyShould(true));
    }

    private static ArchRule plain(DescribedPredicate<JavaClass> others, String because) {
        return noClasses()
                .that(RING_ONE)
                .should()
                .dependOnClassesThat(others)
                .because(because)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> impure() {
        return DescribedPredicate.describe(
                "the machine's clock, randomness or files are read",
                access -> {
                    JavaClass owner = access.getTargetOwner();
                    String name = access.getName();
                    return switch (owner.getName()) {
                        case "java.time.Clock" -> name.startsWith("system");
                        case "java.time.Instant",
                                "java.time.LocalDate",
                                "java.time.LocalDateTime",
                                "java.time.OffsetDateTime",
                                "java.time.ZonedDateTime" ->
                                name.equals("now");
                        case "java.lang.System" ->
                                name.equals("nanoTime") || name.equals("currentTimeMillis");
                        case "java.util.UUID" -> name.equals("randomUUID");
                        case "java.lang.Math" -> name.equals("random");
                        case "java.nio.file.Files" -> true;
                        default -> owner.isAssignableTo(RandomGenerator.class);
                    };
                });
    }

    private static ArchCondition<JavaClass> haveSayingNames() {
        return condition(
                "have a name that says something",
                type ->
                        Stream.concat(
                                        Stream.of(type.getPackageName().split("\\.")),
                                        Stream.of(type.getSimpleName().split(WORDS)))
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .noneMatch(FORBIDDEN_NAMES::contains));
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return condition(
                "reside in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static ArchCondition<JavaClass> condition(
            String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " does not " + description));
                }
            }
        };
    }
}
