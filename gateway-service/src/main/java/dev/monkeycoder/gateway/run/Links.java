package dev.monkeycoder.gateway.run;

import dev.monkeycoder.events.RunId;

/// Where a client finds what belongs to a run; paths on this gateway.
public final class Links {
    private static final String RUNS = "/api/v1/runs/";

    private Links() {}

    public static String run(RunId run) {
        return RUNS + run;
    }

    public static String events(RunId run) {
        return RUNS + run + "/events";
    }

    public static String timeline(RunId run) {
        return RUNS + run + "/timeline";
    }

    public static String diff(RunId run) {
        return RUNS + run + "/diff";
    }

    public static String usage(RunId run) {
        return RUNS + run + "/usage";
    }

    public static String cancel(RunId run) {
        return RUNS + run + "/cancel";
    }
}
