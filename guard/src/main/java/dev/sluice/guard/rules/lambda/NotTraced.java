package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A function that does not trace what it is called for. */
public final class NotTraced implements Rule {

    private static final Card CARD = new Card(
            "lambda-not-traced",
            Severity.NOTE,
            "A function is not traced",
            "A trace that comes in ends here, and none begins: what was slow or failed behind this function, and for which "
                    + "caller, is not to be seen.",
            "Add tracing_config { mode = \"Active\" }, and allow the role xray:PutTraceSegments and "
                    + "xray:PutTelemetryRecords on \"*\".",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream().flatMap(function -> found(cloud, function).stream());
    }

    private Optional<Finding> found(Cloud cloud, Resource function) {
        var mode = cloud.written(function, "tracing_config", "mode");
        if (mode.isAbsent()) {
            return Optional.of(broken(function, "it says nothing of tracing, which is then PassThrough"));
        }
        return mode.asText()
                .map(text -> text.equals("Active")
                        ? Optional.<Finding>empty()
                        : Optional.of(broken(function, "its tracing is " + text)))
                .orElseGet(
                        () -> Optional.of(cannotTell(function, "whether it is traced is not known before a deploy")));
    }
}
