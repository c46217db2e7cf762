package dev.monkeycoder.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings of provider-service. Vendors, their keys and addresses are not here: they are named
/// by the variables in the table of vendors.
@ConfigMapping(prefix = "monkey.models")
public interface ModelSettings {
    Call call();

    Timeouts timeouts();

    Retry retry();

    Breaker breaker();

    interface Call {
        /// Most calls that one process works on at once.
        @WithDefault("32")
        int inFlight();

        /// Most attempts of one call.
        @WithDefault("3")
        int attempts();

        /// How long a call stays with a process that does not renew its lease.
        @WithDefault("6s")
        Duration lease();

        /// How long text may wait for more before it goes to the client.
        @WithDefault("15ms")
        Duration coalesce();
    }

    interface Timeouts {
        @WithDefault("10s")
        Duration connect();

        /// From the request to the first token; models that think say nothing for long.
        @WithDefault("120s")
        Duration firstToken();

        /// Between two chunks, once tokens come.
        @WithDefault("45s")
        Duration silence();

        /// Most connections to one vendor.
        @WithDefault("64")
        int connections();
    }

    interface Retry {
        @WithDefault("500ms")
        Duration firstPause();

        @WithDefault("10s")
        Duration longestPause();
    }

    interface Breaker {
        /// How many of a vendor's latest streams are looked at.
        @WithDefault("10")
        int streams();

        /// The share of them that must have failed for the vendor to be left alone.
        @WithDefault("0.5")
        double failures();

        /// How long it is left alone before one stream tries again.
        @WithDefault("5s")
        Duration pause();
    }
}
