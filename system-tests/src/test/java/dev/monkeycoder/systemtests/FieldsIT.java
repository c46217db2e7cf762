package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each field of a run request really changes what is done. The fields are those of the API's own
/// description: a new one without a case fails here.
@ExtendWith(SharedMesh.Source.class)
class FieldsIT {
    @TestFactory
    Stream<DynamicTest> eachFieldHasItsEffect(SharedMesh mesh) {
        return OpenApi.of(mesh)
                .fields("RunRequest")
                .map(field -> DynamicTest.dynamicTest(field, () -> check(mesh, field)));
    }

    private static void check(SharedMesh mesh, String field) {
        String mark = "field-" + field.replaceAll("[^a-z]+", "-");
        Optional.ofNullable(new FieldCases(mesh, mark).all().get(field))
                .orElseThrow(() -> new AssertionError(field + ": no case here shows what it does"))
                .run();
    }

    @Test
    void noCaseIsOfAFieldThatIsGone(SharedMesh mesh) {
        List<String> fields = OpenApi.of(mesh).fields("RunRequest").toList();
        assertThat(fields)
                .containsExactlyInAnyOrderElementsOf(new FieldCases(mesh, "none").all().keySet());
    }
}
