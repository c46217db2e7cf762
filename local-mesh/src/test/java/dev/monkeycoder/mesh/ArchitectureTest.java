package dev.monkeycoder.mesh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The rules of the rooms for this module, which the test-kit stands on and so can't use.
class ArchitectureTest {
    private final JavaClasses own =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.monkeycoder.mesh");

    @Test
    void technologyStaysInItsLeafPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "..rest..", "..store..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.apache.kafka..",
                                "org.apache.commons..",
                                "org.tukaani..",
                                "java.sql..",
                                "java.net.http..",
                                "com.sun.."))
                .check(own);
    }

    @Test
    void theTraceCollectorKnowsNothingOfTheMesh() {
        noClasses()
                .that()
                .resideInAPackage("..traces..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "dev.monkeycoder.mesh", "dev.monkeycoder.mesh.process.."))
                .check(own);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.monkeycoder.mesh.(*)..").should().beFreeOfCycles().check(own);
    }

    @Test
    void noServiceIsOnTheClassPath() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.monkeycoder.kit..", "io.quarkus.."))
                .check(own);
    }

    @Test
    void testsWaitForWhatTheyExpectNeverForTimeToPass() {
        JavaClasses tests =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("dev.monkeycoder.mesh");
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tests);
    }
}
