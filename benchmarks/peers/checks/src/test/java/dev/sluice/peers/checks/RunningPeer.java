package dev.sluice.peers.checks;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A peer's function in a process of its own, on AWS's runtime interface client. */
record RunningPeer(Process process, StubRuntime runtime, StubAws aws) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RunningPeer start(String name, Path printed) throws IOException {
        var folder = Path.of("..").resolve(name).toAbsolutePath().normalize();
        var handler = Files.readString(folder.resolve("handler")).strip();
        var task = folder.resolve("target/function");
        var runtime = StubRuntime.start();
        var aws = StubAws.start();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        client(),
                        AWSLambda.class.getName(),
                        handler)
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", runtime.address(),
                        "AWS_ENDPOINT_URL", aws.url(),
                        "AWS_REGION", "eu-west-2",
                        "AWS_ACCESS_KEY_ID", "fake",
                        "AWS_SECRET_ACCESS_KEY", "fake",
                        "AWS_SESSION_TOKEN", "fake",
                        "LAMBDA_TASK_ROOT", task.toString(),
                        "_HANDLER", handler,
                        "SECRET_ID", "sluice/peers/default",
                        "TOPIC_ARN", "arn:aws:sns:eu-west-2:123456789012:transactions"));
        return new RunningPeer(builder.start(), runtime, aws);
    }

    /** The client and what it is made with; a function brings the rest. */
    private static String client() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> {
                    var name = Path.of(entry).getFileName().toString();
                    return name.startsWith("aws-lambda-java-") || name.startsWith("utils-lite-");
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The status that it answers with. */
    int invoke(String event) throws IOException, InterruptedException {
        var answer = runtime.invoke(event, process);
        var status = JSON.readTree(answer).path("statusCode");
        if (!status.isInt()) {
            throw new IllegalStateException("no answer but " + answer);
        }
        return status.intValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        runtime.close();
        aws.close();
    }
}
