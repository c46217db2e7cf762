package dev.monkeycoder.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.monkeycoder.simulator");

    @Test
    void frameworkWordsStayInRestPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..rest..", "..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "org.jboss..")
                .check(CLASSES);
    }

    @Test
    void timeRandomnessAndFilesComeFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..rest..", "..store..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Files.class, Random.class, Clock.class)
                .check(CLASSES);
    }

    @Test
    void theHeartKnowsNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..simulator.play",
                        "..simulator.fault",
                        "..simulator.directive",
                        "..simulator.model",
                        "..simulator.script",
                        "..simulator.simulation",
                        "..simulator.journal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void onlyAVendorsPackageKnowsItsFormat() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..simulator.openai..", "dev.monkeycoder.simulator.rest")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..simulator.openai..")
                .check(CLASSES);
    }

    @Test
    void noRoomOfTheHouseIsUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "dev.monkeycoder.events..",
                        "dev.monkeycoder.kit..",
                        "dev.monkeycoder.provider..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.monkeycoder.simulator.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(type -> type.getPackage().getName()).distinct())
                .allSatisfy(name ->
                        assertThat(Class.forName(name + ".package-info").getAnnotations())
                                .extracting(Object::toString)
                                .anyMatch(text -> text.contains("NullMarked")));
    }
}
