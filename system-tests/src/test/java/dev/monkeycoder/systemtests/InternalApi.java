package dev.monkeycoder.systemtests;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.monkeycoder.mesh.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The endpoints that services have for their neighbours, read from what was compiled: none can be
/// forgotten.
final class InternalApi {
    private static final List<Part> SERVICES =
            List.of(Part.AUTH, Part.PROVIDER, Part.CONTEXT, Part.ORCHESTRATOR);
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";

    private InternalApi() {}

    /// One method of one path of a service.
    ///
    /// @param scopes any of which lets a caller in; none where it is open
    /// @param contentType of the body that it takes first
    record Endpoint(
            Part service,
            String method,
            String path,
            Set<String> scopes,
            Optional<String> contentType) {
        @Override
        public String toString() {
            return service.title() + ": " + method + " " + path;
        }
    }

    static List<Endpoint> endpoints(SharedMesh mesh) {
        return SERVICES.stream().flatMap(service -> endpoints(mesh, service)).toList();
    }

    private static Stream<Endpoint> endpoints(SharedMesh mesh, Part service) {
        Path classes =
                mesh.checkout().resolve(service.module().orElseThrow()).resolve("target/classes");
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPath(classes)
                        .stream()
                        .flatMap(resource -> resource.getMethods().stream())
                        .flatMap(method -> endpoint(service, method).stream());
    }

    private static Optional<Endpoint> endpoint(Part service, JavaMethod method) {
        return METHODS.stream()
                .filter(name -> method.tryGetAnnotationOfType(JAX_RS + name).isPresent())
                .findFirst()
                .map(name ->
                        new Endpoint(
                                service,
                                name,
                                path(method),
                                scopes(method),
                                contentType(name, method)));
    }

    private static String path(JavaMethod method) {
        JavaClass resource = method.getOwner();
        return Stream.of(
                        resource.tryGetAnnotationOfType(JAX_RS + "Path"),
                        method.tryGetAnnotationOfType(JAX_RS + "Path"))
                .flatMap(Optional::stream)
                .map(InternalApi::value)
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .reduce("", String::concat);
    }

    private static String value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(Object::toString).orElse("");
    }

    private static Optional<String> contentType(String name, JavaMethod method) {
        return on(method, JAX_RS + "Consumes")
                .map(types -> types.stream().sorted().findFirst().orElseThrow())
                .or(() -> Optional.of("application/json"))
                .filter(_ -> name.equals("POST"));
    }

    private static Set<String> scopes(JavaMethod method) {
        return on(method, ROLES).orElse(Set.of());
    }

    /// The values of an annotation of the method, else of its class.
    private static Optional<Set<String>> on(JavaMethod method, String annotation) {
        return method.tryGetAnnotationOfType(annotation)
                .<JavaAnnotation<?>>map(found -> found)
                .or(() -> method.getOwner().tryGetAnnotationOfType(annotation).map(found -> found))
                .flatMap(found -> found.get("value"))
                .map(value -> value instanceof String[] names ? Set.of(names) : Set.<String>of());
    }
}
