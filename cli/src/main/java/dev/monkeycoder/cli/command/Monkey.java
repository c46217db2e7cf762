package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. `docs/cli.md` has every command, option and exit code.
@Command(
        name = "monkey",
        description = "Multi-agent AI coding: runs on your projects, and the mesh that does them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "monkey 0.1.0")
public final class Monkey {
    private Monkey() {}

    public static void main(String[] arguments) {
        System.exit(run(world(System.getenv()), arguments));
    }

    private static World world(Map<String, String> environment) {
        var ttys = System.getProperty("monkey.ttys", "");
        int columns = Integer.getInteger("monkey.columns", 0);
        var over = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> over.set(true), "over"));
        return new World(
                System.in,
                utf8(new Until(over, new FileOutputStream(FileDescriptor.out))),
                utf8(new Until(over, new FileOutputStream(FileDescriptor.err))),
                utf8(new FileOutputStream(FileDescriptor.err)),
                Terminal.of("out", ttys, columns, environment),
                Terminal.of("err", ttys, columns, environment),
                environment,
                Path.of(Optional.ofNullable(environment.get("MONKEY_HOME")).orElse("."))
                        .toAbsolutePath()
                        .normalize(),
                InstantSource.system());
    }

    private static PrintStream utf8(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /// @return the exit code
    static int run(World world, String... arguments) {
        var line = new CommandLine(new Monkey());
        var commands = commands(world);
        var first = arguments.length > 0 ? arguments[0] : "";
        if (commands.containsKey(first)) {
            // reading the options of all of them takes longer than most commands do
            line.addSubcommand(commands.get(first).get());
        } else {
            commands.values().forEach(command -> line.addSubcommand(command.get()));
        }
        line.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(
                        world.screen().colour()
                                ? CommandLine.Help.Ansi.ON
                                : CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler((exception, _, _) -> failed(world, exception));
        line.setExecutionStrategy(Monkey::executed);
        return line.execute(arguments);
    }

    private static Map<String, Supplier<Object>> commands(World world) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("demo", () -> new Demo(world));
        commands.put("up", () -> new Up(world));
        commands.put("down", () -> new Down(world));
        commands.put("status", () -> new Status(world));
        commands.put("logs", () -> new Logs(world));
        commands.put("run", () -> new RunCommand(world));
        commands.put("runs", () -> new Runs(world));
        commands.put("events", () -> new Events(world));
        commands.put("cancel", () -> new Cancel(world));
        commands.put("timeline", () -> new TimelineCommand(world));
        commands.put("diff", () -> new DiffCommand(world));
        commands.put("trace", () -> new Trace(world));
        commands.put("login", () -> new Login(world));
        commands.put("logout", () -> new Logout(world));
        commands.put("keys", () -> new KeysCommand(world));
        return commands;
    }

    private static int executed(CommandLine.ParseResult parsed) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        new CommandLine.RunLast().execute(parsed);
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object result = last.commandSpec().commandLine().getExecutionResult();
        return result instanceof Exit exit ? exit.code() : Exit.DONE.code();
    }

    private static int failed(World world, Exception exception) throws Exception {
        if (exception instanceof Stop stop) {
            world.err().println(world.notes().paint(Ink.RED, "monkey: ") + stop.getMessage());
            return stop.exit().code();
        }
        throw exception;
    }
}
