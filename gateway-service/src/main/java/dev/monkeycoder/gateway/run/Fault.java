package dev.monkeycoder.gateway.run;

/// One thing that is wrong with a request.
///
/// @param field its path, such as `files[2].path`
public record Fault(String field, String message) {}
