package dev.monkeycoder.gateway.stream.rest;

import dev.monkeycoder.gateway.identity.Credential;
import dev.monkeycoder.kit.rest.Caller;

/// For whom a stream is, and what lets them in; a stream outlives any one token.
public record Viewer(Caller caller, Credential credential) {}
