package dev.sluice.handlers.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.gateway.GatewayResponse;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.problem.Problem;
import dev.sluice.handlers.telemetry.InvocationLine;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The validator function: a webhook in, an announced transaction or a refusal out. */
public final class Validator implements RequestStreamHandler {

    /** More than a submission of every known field and full metadata can break; a longer answer helps nobody. */
    static final int MOST_ERRORS = 500;

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    private final Sources sources;
    private final SourceSecrets secrets;
    private final TransactionTopic topic;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Validator(
            Sources sources, SourceSecrets secrets, TransactionTopic topic, InstantSource clock, Telemetry telemetry) {
        this.sources = sources;
        this.secrets = secrets;
        this.topic = topic;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer(event, answer);
    }

    void answer(InputStream event, OutputStream answer) throws IOException {
        var receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var request = GatewayRequest.read(event);
        var line = telemetry.begin(Pipeline.VALIDATOR.name(), receivedAt, request.trace());
        var response = answer(request, receivedAt, line);
        response.writeTo(answer);
        line.note("status", Integer.toString(response.status())).end(clock.instant());
    }

    private GatewayResponse answer(GatewayRequest request, Instant receivedAt, InvocationLine line) {
        if (!MediaType.isJson(request.header("content-type"))) {
            return refuse(request, line, 415, "the body is sent as application/json, in UTF-8");
        }
        if (request.body().length > JsonBounds.SENDER.bytes()) {
            return refuse(request, line, 413, "the body is at most " + JsonBounds.SENDER.bytes() + " bytes");
        }
        var source = sources.find(request.pathParameter("source").orElse(Sources.DEFAULT));
        try {
            return switch (WebhookSignature.check(request, secretsOf(source), receivedAt)) {
                case Authenticity.NotAuthentic no -> refuse(request, line, 401, no.why());
                case Authenticity.Authentic yes -> {
                    if (yes.byOlderSecret()) {
                        line.count(Metrics.VERIFIED_BY_OLDER_SECRET);
                    }
                    // An authentic request has a source: without one there is no secret to verify it.
                    yield judge(request, source.orElseThrow(), receivedAt, line);
                }
            };
        } catch (Unavailable e) {
            line.failed("dependency unavailable", e).count(Metrics.UNAVAILABLE);
            return GatewayResponse.problem(Problem.of(
                    503,
                    "nothing was accepted; send the same request again",
                    request.trace().correlationId()));
        }
    }

    private List<SigningSecret> secretsOf(Optional<Source> source) {
        return source.map(s -> secrets.of(s.name())).orElse(List.of());
    }

    private GatewayResponse judge(GatewayRequest request, Source source, Instant receivedAt, InvocationLine line) {
        line.note("source", source.name());
        return switch (READER.read(request.body())) {
            case Parsed.Malformed malformed -> refuse(request, line, 400, malformed.why());
            case Parsed.Document document ->
                switch (Validation.validate(
                        new Submission(source.name(), document.root()), source.policy(), receivedAt)) {
                    case Verdict.Refused refused -> invalid(request, refused, line);
                    case Verdict.Accepted accepted -> {
                        topic.publish(new Announcement(
                                accepted.transaction(), source.policy().zone(), receivedAt, request.trace()));
                        yield accepted(accepted, receivedAt, line);
                    }
                };
        };
    }

    private static GatewayResponse accepted(Verdict.Accepted accepted, Instant receivedAt, InvocationLine line) {
        var id = accepted.transaction().identity().id();
        line.note("transactionId", id).count(Metrics.ACCEPTED);
        return GatewayResponse.json(202, json -> {
            json.writeStringField("transactionId", id);
            json.writeStringField("status", "accepted");
            json.writeStringField("receivedAt", receivedAt.toString());
        });
    }

    private static GatewayResponse invalid(GatewayRequest request, Verdict.Refused refused, InvocationLine line) {
        var codes = refused.violations().stream()
                .map(v -> v.code())
                .distinct()
                .sorted()
                .toList();
        line.note("codes", String.join(" ", codes)).count(Metrics.REFUSED);
        var broken = refused.violations().size();
        var listed = broken <= MOST_ERRORS ? "each" : "the first " + MOST_ERRORS;
        return GatewayResponse.problem(new Problem(
                422,
                "the transaction breaks " + broken + " rule(s); errors lists " + listed + " with its place",
                refused.violations().subList(0, Math.min(broken, MOST_ERRORS)),
                request.trace().correlationId()));
    }

    private static GatewayResponse refuse(GatewayRequest request, InvocationLine line, int status, String detail) {
        line.count(Metrics.REFUSED);
        return GatewayResponse.problem(
                Problem.of(status, detail, request.trace().correlationId()));
    }
}
