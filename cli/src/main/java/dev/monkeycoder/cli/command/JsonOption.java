package dev.monkeycoder.cli.command;

import picocli.CommandLine.Option;

/// The option that every command has which shows something.
final class JsonOption {
    @Option(names = "--json", description = "Print JSON, for programs.")
    boolean json;
}
