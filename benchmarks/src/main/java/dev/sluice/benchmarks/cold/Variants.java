package dev.sluice.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A function on the managed runtime, as it is deployed and, as a control, with what no managed runtime takes: an AOT cache (JEP
 * 514), made here by a run before.
 *
 * @param name for the table
 * @param task its files
 * @param handler as Lambda is told it
 * @param megabytes of memory that it is deployed with
 * @param environment of its own
 */
record Variants(String name, TaskFolder task, String handler, int megabytes, Map<String, String> environment, Job job) {

    static final String WITH_CACHE = ", with an AOT cache";

    Contender deployed(ManagedRuntime runtime) {
        return contender(name, task.path(), runtime.command(handler, megabytes, List.of(), List.of()));
    }

    /**
     * Runs it once on those events for the cache.
     *
     * @param work a folder that stays as long as the contender is used
     * @param events what the run before works on; the cache knows what they need
     */
    Contender withCache(ManagedRuntime runtime, FakeAws aws, Path work, List<Event> events)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(work, "cached-");
        // A cache holds what is found on the class path as jars, not what the client's own loader finds in the folder.
        var jars = task.asJars(folder.resolve("function.jar"));
        var cache = folder.resolve("function.aot");
        var empty = Files.createDirectory(folder.resolve("empty"));
        var training = contender(
                name + ", to be cached",
                empty,
                runtime.command(handler, megabytes, List.of("-XX:AOTCacheOutput=" + cache), jars));
        try (var started = Started.start(training, aws, folder)) {
            for (var event : events) {
                started.invoke(event, () -> 0);
            }
            started.end();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no cache was made of " + name);
        }
        // A cache that does not fit is an error, and not a slow start.
        var options = List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
        return contender(name + WITH_CACHE, empty, runtime.command(handler, megabytes, options, jars));
    }

    private Contender contender(String called, Path folder, List<String> command) {
        return new Contender(
                called, folder, command, Contender.environment(folder, handler, megabytes, environment), job);
    }
}
