package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Target;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A traced function whose role may not write traces. */
public final class TracedWithoutPermission implements Rule {

    private static final Card CARD = new Card(
            "lambda-traced-without-permission",
            Severity.ERROR,
            "A traced function may not write traces",
            "Tracing is on, and the role does not allow the two calls that Lambda makes with it. Nothing fails: the traces "
                    + "are simply not there on the day somebody looks for them.",
            "Allow xray:PutTraceSegments and xray:PutTelemetryRecords on \"*\" (they know no narrower resource), or turn "
                    + "tracing off.",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html");

    private static final List<String> ACTIONS = List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .filter(function -> cloud.text(function, "tracing_config", "mode")
                        .filter("Active"::equals)
                        .isPresent())
                .flatMap(function -> ACTIONS.stream().flatMap(action -> found(cloud, function, action)));
    }

    private Stream<Finding> found(Cloud cloud, Resource function, String action) {
        return switch (cloud.rights().may(function, action, Target.everything())) {
            case Decision.Allowed ignored -> Stream.empty();
            case Decision.Denied ignored ->
                Stream.of(broken(function, "tracing is Active and its role may not " + action));
            case Decision.CannotTell(var why) -> Stream.of(cannotTell(function, why));
        };
    }
}
