package dev.sluice.handlers.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.gateway.GatewayResponse;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.problem.Problem;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/** The query function: an operator's question in, what is stored out. It reads and never writes. */
public final class Query implements RequestStreamHandler {

    private final TransactionArchive archive;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Query(TransactionArchive archive, InstantSource clock, Telemetry telemetry) {
        this.archive = archive;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var request = GatewayRequest.read(event);
        var line = telemetry.begin(Pipeline.QUERY.name(), clock.instant(), request.trace());
        GatewayResponse response;
        try {
            response = answer(request);
        } catch (Unavailable e) {
            line.failed("dependency unavailable", e).count(Metrics.UNAVAILABLE);
            response = problem(503, "the store does not answer; ask again", request);
        }
        response.writeTo(answer);
        line.note("status", Integer.toString(response.status())).end(clock.instant());
    }

    private GatewayResponse answer(GatewayRequest request) {
        return switch (request.resource()) {
            case "/transactions/{id}" -> one(request);
            case "/accounts/{accountId}/transactions" -> ofAccount(request);
            default -> problem(404, "there is no such path", request);
        };
    }

    private GatewayResponse one(GatewayRequest request) {
        var identity = new Identity(
                request.queryParameter("source").orElse(Sources.DEFAULT),
                request.pathParameter("id").orElse(""));
        return archive.find(identity)
                .map(stored -> GatewayResponse.json(200, json -> StoredJson.write(json, stored)))
                .orElseGet(() -> problem(404, "no transaction of that id is stored for that source", request));
    }

    private GatewayResponse ofAccount(GatewayRequest request) {
        return switch (ListingRequest.read(request)) {
            case ListingRequest.Invalid invalid ->
                GatewayResponse.problem(new Problem(
                        400,
                        "a query parameter is wrong; errors names it",
                        invalid.errors(),
                        request.trace().correlationId()));
            case ListingRequest.Valid valid -> {
                var listing = valid.listing();
                var page = archive.ofAccount(listing);
                yield GatewayResponse.json(200, json -> {
                    json.writeArrayFieldStart("transactions");
                    for (var stored : page.transactions()) {
                        json.writeStartObject();
                        StoredJson.write(json, stored);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    if (page.next().isPresent()) {
                        json.writeStringField(
                                "nextCursor",
                                Cursor.write(
                                        listing.source(),
                                        listing.accountId(),
                                        page.next().get()));
                    }
                });
            }
        };
    }

    private static GatewayResponse problem(int status, String detail, GatewayRequest request) {
        return GatewayResponse.problem(
                Problem.of(status, detail, request.trace().correlationId()));
    }
}
