package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.TracingMode;

/**
 * Whether a function is configured to be traced; the target is its name.
 *
 * <p>What runs is the published version behind the alias {@code live}, which cannot be changed. Where that one is not traced
 * either, a new version would have to be published, with whatever else the function's configuration and code have become: that
 * is a deploy, and not made here.
 */
record FunctionTracing(LambdaClient lambda, FunctionTags functions) implements RepairTarget {

    private static final String LIVE = "live";

    /** Less than a call of the remediator lives; an update of a configuration takes seconds. */
    private static final Duration LONGEST_UPDATE = Duration.ofSeconds(30);

    @Override
    public Optional<Present> present(Planned planned) {
        return configured(planned.target())
                .flatMap(latest -> functions
                        .tags(latest.functionArn())
                        .map(tags -> new Present(mode(latest), tags, hindrance(planned.target()))));
    }

    private Optional<GetFunctionConfigurationResponse> configured(String function) {
        return Calls.find(
                "Lambda GetFunctionConfiguration",
                FunctionTags.ABSENT,
                () -> lambda.getFunctionConfiguration(request -> request.functionName(function)));
    }

    private Optional<String> hindrance(String function) {
        return Calls.find(
                        "Lambda GetFunctionConfiguration",
                        FunctionTags.ABSENT,
                        () -> lambda.getFunctionConfiguration(
                                request -> request.functionName(function).qualifier(LIVE)))
                .filter(live -> !mode(live).equals(Wording.ACTIVE))
                .map(live -> "what runs is version " + live.version()
                        + ", which was published without tracing and cannot be changed: deploy the function again");
    }

    private static String mode(GetFunctionConfigurationResponse function) {
        return function.tracingConfig() != null && function.tracingConfig().mode() == TracingMode.ACTIVE
                ? Wording.ACTIVE
                : Wording.PASS_THROUGH;
    }

    @Override
    public void change(Planned planned) {
        Calls.make("Lambda UpdateFunctionConfiguration", () -> {
            lambda.updateFunctionConfiguration(request ->
                    request.functionName(planned.target()).tracingConfig(tracing -> tracing.mode(TracingMode.ACTIVE)));
            try (var waiter = lambda.waiter()) {
                waiter.waitUntilFunctionUpdated(
                        request -> request.functionName(planned.target()), wait -> wait.waitTimeout(LONGEST_UPDATE));
            }
        });
    }
}
