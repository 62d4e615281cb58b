package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.Settings;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who is measured.
 *
 * @param managed those on the managed runtime, the floor first
 * @param others those that bring a runtime
 * @param leftOut why others are not there, a line each
 */
record Contenders(List<Variants> managed, List<Contender> others, List<String> leftOut) {

    static final String FLOOR = "hello world";
    static final String OWN_RUNTIME = "Sluice validator, own runtime";

    private static final int MEGABYTES = Pipeline.VALIDATOR.memoryMegabytes();

    /** Each a folder under benchmarks/peers, and its name for the table. */
    private static final Map<String, String> PEERS = Map.of(
            "plain-sdk", "plain AWS SDK, Jackson databind",
            "spring-cloud-function", "Spring Cloud Function",
            "quarkus", "Quarkus, JVM mode");

    /**
     * All that were built.
     *
     * @param work an empty folder for what they are made of
     */
    static Contenders of(Settings settings, Path work) throws IOException {
        var leftOut = new ArrayList<String>();
        var managed = new ArrayList<Variants>();
        managed.add(hello(work.resolve("hello")));
        managed.add(function(settings, work, Pipeline.VALIDATOR, Job.VALIDATE));
        for (var peer : PEERS.keySet().stream().sorted().toList()) {
            var folder = settings.repository().resolve("benchmarks/peers").resolve(peer);
            if (Files.isDirectory(folder.resolve("target/function"))) {
                managed.add(peer(folder, PEERS.getOrDefault(peer, peer)));
            } else {
                leftOut.add(PEERS.get(peer) + " was left out: it is not built (./mvnw -f benchmarks/peers package).");
            }
        }
        return new Contenders(managed, own(settings, work, leftOut), leftOut);
    }

    static Variants hello(Path folder) throws IOException {
        var name = Hello.class.getName().replace('.', '/') + ".class";
        var target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (var in = Hello.class.getResourceAsStream("/" + name)) {
            Files.copy(Objects.requireNonNull(in, name), target);
        }
        return new Variants(FLOOR, new TaskFolder(folder), Hello.class.getName(), MEGABYTES, Map.of(), Job.HELLO);
    }

    /** What one of ours is called, on the managed runtime. */
    static String name(Function function) {
        return "Sluice " + function.name();
    }

    /** One of ours, as its archive is deployed. */
    static Variants function(Settings settings, Path work, Function function, Job job) throws IOException {
        var archive = archives(settings).resolve(function.name() + ".zip");
        return new Variants(
                name(function),
                TaskFolder.unpack(archive, work.resolve(function.name())),
                function.handler(),
                function.memoryMegabytes(),
                Deployed.environment(function),
                job);
    }

    private static Variants peer(Path folder, String name) throws IOException {
        return new Variants(
                name,
                new TaskFolder(folder.resolve("target/function")),
                Files.readString(folder.resolve("handler")).strip(),
                MEGABYTES,
                Map.of(
                        "TOPIC_ARN",
                        "arn:aws:sns:eu-west-2:123456789012:transactions",
                        "SECRET_ID",
                        "sluice/measured/source/default"),
                Job.VALIDATE);
    }

    private static List<Contender> own(Settings settings, Path work, List<String> leftOut) throws IOException {
        var archive = archives(settings).resolve("own").resolve(Pipeline.VALIDATOR.name() + ".zip");
        if (!Files.exists(archive)) {
            leftOut.add(
                    "Sluice with its own runtime was left out: there is no archive of it here (Linux on x86_64 only).");
            return List.of();
        }
        var task = TaskFolder.unpack(archive, work.resolve("own")).path();
        return List.of(new Contender(
                OWN_RUNTIME,
                task,
                List.of(task.resolve("bootstrap").toString()),
                Contender.environment(
                        task, Pipeline.VALIDATOR.handler(), MEGABYTES, Deployed.environment(Pipeline.VALIDATOR)),
                Job.VALIDATE));
    }

    private static Path archives(Settings settings) {
        return settings.repository().resolve("handlers/target/functions");
    }
}
