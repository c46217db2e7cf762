package dev.monkeycoder.mesh.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.Part;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aTakenPortIsNamedWithItsPartAndItsVariable() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MeshConfig config = free().onPorts(Map.of(Part.GATEWAY, taken.getLocalPort()));
            assertThatThrownBy(() -> Ports.check(config))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "gateway: port %d is taken (expected: free, or another one in"
                                            .formatted(taken.getLocalPort())
                                    + " MONKEY_PORT_GATEWAY)");
            assertThatCode(() -> Ports.check(config.without(Part.GATEWAY)))
                    .doesNotThrowAnyException();
        }
    }

    private static MeshConfig free() {
        Map<Part, Integer> ports =
                Stream.of(Part.values())
                        .collect(Collectors.toMap(Function.identity(), _ -> FreePorts.any()));
        return MeshConfig.of(new Checkout(Path.of("")), Path.of("state"), Map.of()).onPorts(ports);
    }
}
