package dev.sluice.benchmarks.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function and what it is run in.
 *
 * @param name for the table
 * @param folder where it is started: on Lambda, {@code /var/task}
 * @param command starts it
 * @param environment all that it finds there, but for where the Runtime API and AWS are
 * @param job what it gets and has to do
 */
record Contender(String name, Path folder, List<String> command, Map<String, String> environment, Job job) {

    Contender {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * What Lambda sets for every function (AWS, "Working with Lambda environment variables").
     *
     * @param own what is set for this one alone
     */
    static Map<String, String> environment(Path folder, String handler, int megabytes, Map<String, String> own) {
        var all = new TreeMap<>(own);
        all.put("_HANDLER", handler);
        all.put("LAMBDA_TASK_ROOT", folder.toString());
        all.put("AWS_REGION", "eu-west-2");
        all.put("AWS_DEFAULT_REGION", "eu-west-2");
        all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java21");
        all.put("AWS_LAMBDA_FUNCTION_NAME", "measured");
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(megabytes));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/measured");
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/02/[1]0123456789abcdef0123456789abcdef");
        all.putIfAbsent("AWS_LAMBDA_LOG_FORMAT", "Text");
        all.put("AWS_ACCESS_KEY_ID", "FAKE-ACCESS-KEY");
        all.put("AWS_SECRET_ACCESS_KEY", "fake-secret-key");
        all.put("AWS_SESSION_TOKEN", "fake-session-token");
        all.put("LANG", "en_US.UTF-8");
        all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        all.put("TZ", ":UTC");
        return all;
    }
}
