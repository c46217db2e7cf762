package dev.monkeycoder.systemtests;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// What a service counts, at one moment.
///
/// @param lines of the Prometheus text format
record Metrics(List<String> lines) {
    static Metrics of(URI service) {
        return new Metrics(new Api(service, "").get("/q/metrics").asString().lines().toList());
    }

    /// The sum over all series of a name that have all of these labels, such as
    /// `pattern="handoff/1"`.
    double sum(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(Metrics::value)
                .sum();
    }

    /// A line may end with an exemplar: `name{label="x"} 2.0 # {trace_id="…"} 1.0 1795347847.981`.
    private static double value(String line) {
        int exemplar = line.indexOf(" # ");
        String series = exemplar < 0 ? line : line.substring(0, exemplar);
        return Double.parseDouble(series.substring(series.lastIndexOf(' ')));
    }
}
