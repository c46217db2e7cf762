package dev.monkeycoder.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/// What the gateway can be told by its environment; `monkey.auth.url` is `MONKEY_AUTH_URL` there,
/// and so on.
@ConfigMapping(prefix = "monkey")
public interface GatewayConfig {
    /// Where auth-service is.
    @WithName("auth.url")
    @WithDefault("http://127.0.0.1:8084")
    URI authUrl();

    /// Where orchestrator-service is.
    @WithName("orchestrator.url")
    @WithDefault("http://127.0.0.1:8081")
    URI orchestratorUrl();

    /// Where context-service is.
    @WithName("context.url")
    @WithDefault("http://127.0.0.1:8083")
    URI contextUrl();

    Upstream upstream();

    Identity identity();

    Run run();

    Workspace workspace();

    Stream stream();

    /// Calls of the parts behind the gateway.
    interface Upstream {
        /// How long a connection may take to come about.
        @WithDefault("PT1S")
        Duration connectTimeout();

        /// How long a call may take in all.
        @WithDefault("PT5S")
        Duration timeout();

        /// How long an archive may stand still on its way.
        @WithDefault("PT30S")
        Duration silence();

        /// Most connections to one part.
        @WithDefault("128")
        int connections();
    }

    /// What credentials were exchanged for.
    interface Identity {
        /// Most credentials that are remembered.
        @WithDefault("10000")
        int entries();

        /// How long before its end a token is renewed.
        @WithDefault("PT30S")
        Duration early();

        /// How long a refused credential is refused again without asking auth-service.
        @WithDefault("PT1S")
        Duration refusal();

        /// The longest life of a token: how long a revocation is remembered, and how far back
        /// revocations are read at the start.
        @WithDefault("PT6M")
        Duration tokenLife();
    }

    /// Requests for runs.
    interface Run {
        /// Largest body in bytes; it travels in one Kafka message. Larger projects come as a
        /// workspace.
        @WithDefault("524288")
        long maxBody();

        /// What a run may use when its request does not say.
        Limits usual();

        /// What no request may ask more than.
        Most most();
    }

    interface Limits {
        /// Model calls of a run that does not say.
        @WithDefault("60")
        int steps();

        /// Tokens, input and output together, of a run that does not say.
        @WithDefault("2000000")
        long tokens();

        /// Micro-dollars of a run that does not say.
        @WithDefault("5000000")
        long costMicros();

        /// Seconds of a run that does not say.
        @WithDefault("1800")
        int seconds();
    }

    interface Most {
        /// Model calls that a request may ask for.
        @WithDefault("1000")
        int steps();

        /// Tokens that a request may ask for.
        @WithDefault("100000000")
        long tokens();

        /// Micro-dollars that a request may ask for.
        @WithDefault("1000000000")
        long costMicros();

        /// Seconds that a request may ask for.
        @WithDefault("86400")
        int seconds();
    }

    interface Workspace {
        /// Largest archive in bytes that is passed on.
        @WithDefault("67108864")
        long maxBody();
    }

    /// Event streams of runs.
    interface Stream {
        /// How often a stream shows that it lives.
        @WithDefault("PT10S")
        Duration heartbeat();

        /// How long a stream that hears nothing waits until it asks the store again.
        @WithDefault("PT30S")
        Duration recheck();

        /// How long a client may take nothing before its connection is closed.
        @WithDefault("PT2M")
        Duration stall();

        /// How far back the client topic is read at the start, for the text of open calls.
        @WithDefault("PT15M")
        Duration lookBack();

        /// Most streams at once.
        @WithDefault("5000")
        int mostStreams();

        /// Most runs whose tail is remembered.
        @WithDefault("10000")
        int runs();

        /// Most characters of text that are held for all runs.
        @WithDefault("32000000")
        long text();

        /// Most characters that are held of one open call.
        @WithDefault("262144")
        int textOfOne();
    }
}
