package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.host.Functions;
import java.util.Map;
import java.util.Optional;

/** Lambda's operation {@code Invoke}, which the emulator does not do (AWS, Lambda API reference, "Invoke"). */
final class Invocations {

    private static final String LATEST = "$LATEST";

    private volatile Optional<Functions> functions = Optional.empty();

    /** From now on these are invoked. */
    void by(Functions those) {
        functions = Optional.of(those);
    }

    /**
     * Invokes a function.
     *
     * @param named its name or its ARN, with or without a qualifier
     * @param operation how it is asked for
     * @param by who asks
     */
    Reply.Answer answer(Deployment deployment, String named, Operation operation, String by) {
        var dialect = Dialect.spoken(operation);
        var request = operation.request();
        var qualifier = request.query().getOrDefault("Qualifier", "");
        var full = qualifier.isEmpty() ? named : named + ":" + qualifier;
        var function = deployment.function(full);
        var version = function.flatMap(each -> version(each, full));
        if (version.isEmpty()) {
            return dialect.answer(ServiceError.of(404, "ResourceNotFoundException"), "Function not found: " + full);
        }
        if (functions.isEmpty()) {
            return dialect.answer(Failure.FAILING, "nobody runs the functions yet");
        }
        if (request.body().length > 0 && Json.read(request.body()).isMissingNode()) {
            return dialect.answer(
                    ServiceError.of(400, "InvalidRequestContentException"), "Could not parse request body into json");
        }
        var event = request.body().length == 0 ? "{}" : request.text();
        return switch (request.header("X-Amz-Invocation-Type").orElse("RequestResponse")) {
            case "DryRun" -> Reply.Answer.of(204, Map.of(), "");
            case "Event" -> {
                functions.get().later(full, event, by);
                yield Reply.Answer.of(202, Map.of(), "");
            }
            default -> answered(functions.get().now(full, event, by), version.get(), dialect);
        };
    }

    private static Reply.Answer answered(Functions.Answer answer, String version, Dialect dialect) {
        return switch (answer) {
            case Functions.Answer.Answered(var payload) ->
                Reply.Answer.of(200, Map.of("X-Amz-Executed-Version", version), payload);
            case Functions.Answer.Failed(var payload) ->
                Reply.Answer.of(
                        200, Map.of("X-Amz-Executed-Version", version, "X-Amz-Function-Error", "Unhandled"), payload);
            case Functions.Answer.Throttled() -> dialect.answer(Failure.THROTTLED, "Rate Exceeded.");
        };
    }

    /** The version that a name with a qualifier leads to; empty where it leads to none. */
    private static Optional<String> version(DeployedFunction function, String named) {
        var own = named.startsWith("arn:") ? function.arn() : function.name();
        var qualifier = named.substring(own.length());
        if (qualifier.isEmpty() || qualifier.equals(":" + LATEST)) {
            return Optional.of(LATEST);
        }
        boolean leads = qualifier.equals(":" + function.version())
                || function.alias().filter(alias -> alias.endsWith(qualifier)).isPresent();
        return leads ? Optional.of(function.version()) : Optional.empty();
    }
}
