package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Invokes functions for methods, where the function's policy lets API Gateway (AWS, "Set up Lambda proxy integrations in
 * API Gateway").
 *
 * @param functions the functions
 * @param judge what the deployed policies say
 * @param journal where it is written down
 * @param clock for the journal
 * @param threads where a function is waited for, so that the wait can end before the function does
 */
record Invocation(
        Functions functions, Supplier<Judge> judge, Journal journal, InstantSource clock, ExecutorService threads) {

    private static final String SERVICE = "apigateway.amazonaws.com";

    private static final String ACTION = "lambda:InvokeFunction";

    /**
     * The largest event that Lambda takes, in bytes (AWS, "Lambda quotas": 6 MB for each request, synchronous). A body in
     * base64 comes to it before API Gateway's own 10 MB, and is answered as one that is too large for those.
     */
    private static final int LARGEST = 6 * 1024 * 1024;

    /**
     * What came of it.
     *
     * @param outcome the answer
     * @param called whether the function was called
     */
    record Ended(Outcome outcome, boolean called) {}

    Ended invoke(Integration.LambdaProxy proxy, ObjectNode event, Api api, Method method, Received request) {
        var said = Map.of("aws:SourceArn", api.arn(method));
        var verdict = judge.get().service(SERVICE, ACTION, proxy.function(), said);
        journal.write(
                clock.instant(),
                new Event.Asked(SERVICE, ACTION, proxy.function(), said, verdict.allowed(), verdict.why()));
        if (!verdict.allowed()) {
            return new Ended(new Outcome.Refused(Refusal.API_CONFIGURATION_ERROR), false);
        }
        var payload = event.toString();
        if (payload.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return new Ended(new Outcome.Refused(Refusal.REQUEST_TOO_LARGE), false);
        }
        var answer = threads.submit(() -> functions.now(proxy.function(), payload, method.label()));
        try {
            return switch (answer.get(proxy.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                case Functions.Answer.Answered(var answered) ->
                    new Ended(ProxyAnswer.read(answered, api.binary(), request), true);
                case Functions.Answer.Failed failed -> new Ended(new Outcome.Refused(Refusal.MALFORMED_ANSWER), true);
                case Functions.Answer.Throttled throttled ->
                    new Ended(new Outcome.Refused(Refusal.INTEGRATION_FAILURE), false);
            };
        } catch (TimeoutException e) {
            return new Ended(new Outcome.Refused(Refusal.INTEGRATION_TIMEOUT), true);
        } catch (ExecutionException e) {
            return new Ended(new Outcome.Refused(Refusal.INTEGRATION_FAILURE), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(new Outcome.Refused(Refusal.INTEGRATION_FAILURE), true);
        }
    }
}
