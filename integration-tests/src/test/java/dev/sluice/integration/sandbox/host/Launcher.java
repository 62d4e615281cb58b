package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * Starts the processes of one function.
 *
 * @param variables what they find in their environment
 * @param credentials those of a function's role
 * @param work a folder to unpack and print into
 * @param slower how many times slower than Lambda the machine may be: a process is killed after so many of its timeouts
 */
record Launcher(
        FunctionVariables variables, Function<DeployedFunction, Credentials> credentials, Path work, int slower) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    /** Starts one; does not wait for it to be ready. */
    ExecutionEnvironment start() {
        var function = variables.function();
        var runtime = LambdaRuntime.of(function);
        try {
            var code = FunctionCode.of(function);
            var own = Files.createTempDirectory(Files.createDirectories(work), function.name() + "-");
            var task = Files.createDirectory(own.resolve("task"));
            var scratch = Files.createDirectory(own.resolve("tmp"));
            var printed = own.resolve("printed.txt");
            code.unpackInto(task);
            var stream = logStream(function);
            var api = RuntimeApi.start(function.timeout());
            try {
                var builder = new ProcessBuilder(runtime.command(function, task, scratch))
                        .directory(task.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile());
                builder.environment().clear();
                builder.environment()
                        .putAll(variables.of(credentials.apply(function), stream, api.address(), task.toString()));
                builder.environment().putAll(runtime.variables());
                var startedAt = Instant.now();
                return new ExecutionEnvironment(
                        stream,
                        api,
                        builder.start(),
                        new PrintedLines(printed),
                        function.timeout().multipliedBy(slower),
                        startedAt);
            } catch (IOException | RuntimeException e) {
                api.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Lambda names them: the day, the version, something of the process's own. */
    private static String logStream(DeployedFunction function) {
        return DAY.format(Instant.now().atOffset(ZoneOffset.UTC)) + "/[" + function.version() + "]"
                + UUID.randomUUID().toString().replace("-", "");
    }
}
