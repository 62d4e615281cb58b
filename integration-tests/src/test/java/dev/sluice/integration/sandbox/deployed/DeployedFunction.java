package dev.sluice.integration.sandbox.deployed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function as it was deployed.
 *
 * @param address its address in Terraform
 * @param name its name
 * @param arn its ARN without a qualifier
 * @param version the published version that its alias leads to
 * @param alias the ARN of the alias; empty where there is none
 * @param handler the class that the runtime makes
 * @param runtime {@code java21}
 * @param architectures {@code arm64} or {@code x86_64}
 * @param memoryMegabytes the memory it was given
 * @param timeout the longest an invocation may take
 * @param variables its environment
 * @param role the ARN of its role
 * @param archive the file that was uploaded
 * @param archiveHash the SHA-256 of that file, in base64, as it was deployed
 * @param deadLetters where asynchronous invocations go that were given up on
 * @param logGroup the group that its lines go to
 * @param traced whether it sends traces
 * @param reservedConcurrency at most so many invocations at once; -1 where nothing is reserved
 * @param asynchronousRetries how often an asynchronous invocation is tried again
 */
public record DeployedFunction(
        String address,
        String name,
        String arn,
        String version,
        Optional<String> alias,
        String handler,
        String runtime,
        List<String> architectures,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> variables,
        String role,
        Path archive,
        String archiveHash,
        Optional<String> deadLetters,
        String logGroup,
        boolean traced,
        int reservedConcurrency,
        int asynchronousRetries) {

    /** What Lambda does where nothing is configured (AWS, "How Lambda handles errors ... with asynchronous invocation"). */
    private static final int USUAL_RETRIES = 2;

    private static final int USUAL_SECONDS = 3;

    static DeployedFunction of(Deployment deployment, Stated function) {
        var name = function.need("function_name");
        var alias = deployment
                .of("aws_lambda_alias")
                .filter(each -> each.need("function_name").endsWith(name))
                .findFirst();
        var invoked = deployment
                .of("aws_lambda_function_event_invoke_config")
                .filter(each -> each.need("function_name").endsWith(name))
                .findFirst();
        var variables = new HashMap<String, String>();
        function.at("environment", "0", "variables")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        return new DeployedFunction(
                function.address(),
                name,
                function.need("arn"),
                alias.map(each -> each.need("function_version")).orElse("$LATEST"),
                alias.map(each -> each.need("arn")),
                function.need("handler"),
                function.need("runtime"),
                function.texts("architectures"),
                function.number(128, "memory_size"),
                Duration.ofSeconds(function.number(USUAL_SECONDS, "timeout")),
                Map.copyOf(variables),
                function.need("role"),
                deployment.folder().resolve(function.need("filename")),
                function.need("source_code_hash"),
                function.text("dead_letter_config", "0", "target_arn"),
                function.text("logging_config", "0", "log_group").orElse("/aws/lambda/" + name),
                function.text("tracing_config", "0", "mode").equals(Optional.of("Active")),
                function.number(-1, "reserved_concurrent_executions"),
                invoked.map(each -> each.number(USUAL_RETRIES, "maximum_retry_attempts"))
                        .orElse(USUAL_RETRIES));
    }

    /** Whether a name or an ARN, with whatever qualifier, is this function's. */
    public boolean goesBy(String named) {
        return named.equals(name) || named.startsWith(name + ":") || named.equals(arn) || named.startsWith(arn + ":");
    }

    /** The name of its role. */
    public String roleName() {
        return role.substring(role.lastIndexOf('/') + 1);
    }

    /** The block's name: {@code enricher}. */
    public String block() {
        return address.substring(address.indexOf('.') + 1);
    }
}
