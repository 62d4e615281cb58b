package dev.sluice.handlers.aws;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The AWS emulator, one for all tests of a JVM: started with the first that asks, gone with the JVM, however it ends.
 *
 * <p>Where it cannot be had, tests that need it are skipped, which the build repeats at its end; with {@code CI=true}
 * they fail.
 */
public final class Emulator {

    /** Long enough for a first installation over a slow line. */
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    /** Attempts that a fault silenced end soon; an emulator that is merely busy still has the time. */
    private static final Clients.Limits LIMITS =
            new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private final Optional<URI> url;
    private final String why;

    private Emulator(Optional<URI> url, String why) {
        this.url = url;
        this.why = why;
    }

    /** Apart, since another thread takes part in the start: it would wait for this class to be initialized. */
    private static final class Started {
        private static final Emulator ONE = start();
    }

    /** Where it listens. */
    public static URI url() {
        var one = Started.ONE;
        if (!Boolean.parseBoolean(System.getenv("CI"))) {
            assumeTrue(one.url.isPresent(), one.why);
        }
        return one.url.orElseThrow(() -> new IllegalStateException(one.why));
    }

    /** Clients of it, with obviously fake credentials. */
    static Clients clients() {
        return clients(url(), LIMITS);
    }

    /** Clients of something that stands before it. */
    static Clients clients(URI endpoint, Clients.Limits limits) {
        return new Clients(
                Region.EU_WEST_2,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                Optional.of(endpoint),
                limits);
    }

    private static Emulator start() {
        try {
            var root = root();
            var process = new ProcessBuilder(
                            "sh",
                            root.resolve("build-tools/emulator/start.sh").toString(),
                            root.resolve("target/emulator").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // Its standard input is ours: when this JVM ends, so does it.
            var port = firstLine(process);
            return port.isEmpty()
                    ? missing("the AWS emulator did not start; its reason is above")
                    : new Emulator(Optional.of(URI.create("http://127.0.0.1:" + port.get())), "");
        } catch (IOException e) {
            return missing("the AWS emulator did not start: " + e.getMessage());
        }
    }

    private static Optional<String> firstLine(Process process) throws IOException {
        var line = CompletableFuture.supplyAsync(() -> {
            try {
                return Optional.ofNullable(
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                                .readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            return line.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroy();
            throw new IOException("it said nothing within " + LONGEST_START.toMinutes() + " minutes", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Emulator missing(String why) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "tests-partly-skipped.txt"), why);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Emulator(Optional.empty(), why);
    }

    /** The folder that holds {@code build-tools}: the module's or one above. */
    private static Path root() throws IOException {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("build-tools"))) {
                return folder;
            }
        }
        throw new IOException("no folder above holds build-tools");
    }
}
