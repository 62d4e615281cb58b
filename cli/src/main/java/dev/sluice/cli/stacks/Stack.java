package dev.sluice.cli.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read of a stack's Terraform.
 *
 * @param name also that of its folder
 * @param resources how many of all kinds
 * @param region where its provider deploys to, if it says so
 * @param tags what its provider puts on everything
 * @param functions its Lambda functions
 * @param provisioned what it keeps warm
 * @param writesAccessLogs whether a stage of an API of its has an access log
 * @param logGroups its CloudWatch log groups
 * @param tables its DynamoDB tables
 * @param configRecorder the AWS Config recorder it relies on
 * @param backend where its state is
 * @param unclear the places where a number was expected and an expression is
 */
public record Stack(
        String name,
        int resources,
        Optional<String> region,
        Map<String, String> tags,
        List<Function> functions,
        List<Provisioned> provisioned,
        boolean writesAccessLogs,
        List<Named> logGroups,
        List<Named> tables,
        String configRecorder,
        Backend backend,
        List<String> unclear) {

    /**
     * A Lambda function.
     *
     * @param id its address is {@code aws_lambda_function.} and this
     * @param reserved concurrent executions kept for it; 0 where none are
     */
    public record Function(String id, String name, long reserved) {}

    /**
     * Concurrent executions kept warm.
     *
     * @param function the id of its function in this stack, or the name of one that is not in it
     */
    public record Provisioned(String function, long executions) {}

    /** A resource that has a name of its own in the account. */
    public record Named(String address, String name) {

        /** Whether only Terraform can say what the name will be. */
        public boolean isExpression() {
            return Stack.isExpression(name);
        }
    }

    public Stack {
        tags = Map.copyOf(tags);
        functions = List.copyOf(functions);
        provisioned = List.copyOf(provisioned);
        logGroups = List.copyOf(logGroups);
        tables = List.copyOf(tables);
        unclear = List.copyOf(unclear);
    }

    /** Whether a text stands for what only Terraform can work out. */
    static boolean isExpression(String text) {
        return text.contains("${");
    }
}
