package dev.monkeycoder.provider.openai.client;

import dev.monkeycoder.provider.ModelSettings;
import dev.monkeycoder.provider.chat.StreamEvent;
import dev.monkeycoder.provider.openai.Accumulator;
import dev.monkeycoder.provider.vendor.ConfiguredVendor;
import dev.monkeycoder.provider.vendor.Vendor;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Asks vendors over HTTP, with a pool of connections for each of them.
@ApplicationScoped
public class ChatClient {
    private final Vertx vertx;
    private final InstantSource clock;
    private final ModelSettings.Timeouts timeouts;
    private final ConcurrentHashMap<Vendor, HttpClient> clients = new ConcurrentHashMap<>();

    ChatClient(Vertx vertx, InstantSource clock, ModelSettings settings) {
        this.vertx = vertx;
        this.clock = clock;
        this.timeouts = settings.timeouts();
    }

    /// A request that is ready to be sent.
    ///
    /// @param model the model that is asked
    /// @param traceparent sent along only to who may know it
    public record Question(
            ConfiguredVendor vendor, String model, Buffer body, Optional<String> traceparent) {}

    /// A call that has not started yet. `listener` gets each event on the context that starts the
    /// call.
    public ChatCall call(Question question, CallLimits limits, Consumer<StreamEvent> listener) {
        var vendor = question.vendor().vendor();
        return new ChatCall(
                vertx,
                clock,
                () ->
                        clients.computeIfAbsent(vendor, _ -> client(question.vendor()))
                                .request(options(question)),
                question,
                limits,
                new Accumulator(vendor, question.model()),
                listener);
    }

    private HttpClient client(ConfiguredVendor vendor) {
        var options =
                new HttpClientOptions()
                        .setTcpNoDelay(true)
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(30)
                        .setConnectTimeout((int) timeouts.connect().toMillis())
                        // our own span covers the call, and no vendor is told of our traces
                        .setTracingPolicy(TracingPolicy.IGNORE);
        if (secure(vendor)) {
            options.setSsl(true).setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2);
        }
        return vertx.createHttpClient(
                options,
                new PoolOptions()
                        .setHttp1MaxSize(timeouts.connections())
                        .setHttp2MaxSize(Math.max(1, timeouts.connections() / 16)));
    }

    private static RequestOptions options(Question question) {
        var vendor = question.vendor();
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(vendor.chatCompletions().toString())
                        .setSsl(secure(vendor))
                        .putHeader("content-type", "application/json")
                        .putHeader("accept", "text/event-stream")
                        .putHeader("user-agent", "monkey-coder");
        vendor.key().ifPresent(key -> options.putHeader("authorization", "Bearer " + key.secret()));
        question.traceparent()
                .filter(_ -> vendor.takesTrace())
                .ifPresent(trace -> options.putHeader("traceparent", trace));
        return options;
    }

    private static boolean secure(ConfiguredVendor vendor) {
        return "https".equals(vendor.base().getScheme());
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
    }
}
