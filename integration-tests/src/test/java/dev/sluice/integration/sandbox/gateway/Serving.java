package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Serves requests as one deployed API says: find the method, see who calls, meter it, have its integration answer.
 *
 * @param api the API
 * @param door who is let in
 * @param meter what was taken so far
 * @param invocation what invokes functions
 * @param clock what time it is
 */
record Serving(Api api, Door door, Meter meter, Invocation invocation, InstantSource clock) {

    private static final String NO_METHOD = "(no method)";

    private static final String MOCK = "(mock)";

    Served serve(Received request) {
        var match = request.stage().equals(api.stage())
                ? api.routes().find(request.method(), request.path())
                : new Routes.Match.Nothing();
        return switch (match) {
            case Routes.Match.Nothing nothing -> nobody(request);
            case Routes.Match.Found(var method, var parameters) -> serve(request, method, parameters);
        };
    }

    private Served nobody(Received request) {
        var why = request.tooLarge() ? Refusal.REQUEST_TOO_LARGE : Refusal.MISSING_AUTHENTICATION_TOKEN;
        var context = RequestContext.of(api, request, Optional.empty(), Caller.nobody());
        return new Served(
                request.method() + " " + NO_METHOD,
                NO_METHOD,
                api.responses().answer(why, context, request),
                false,
                Optional.of(why),
                Optional.empty());
    }

    private Served serve(Received request, Method method, Map<String, String> parameters) {
        if (request.tooLarge()) {
            return refused(request, method, Caller.nobody(), Refusal.REQUEST_TOO_LARGE);
        }
        return switch (door.ask(method, request, clock.instant())) {
            case Door.Answer.Shut(var why) -> refused(request, method, Caller.nobody(), why);
            case Door.Answer.Let(var caller) ->
                meter.take(api, method, caller.client(), clock.instant())
                        .map(why -> refused(request, method, caller, why))
                        .orElseGet(() -> integrate(request, method, parameters, caller));
        };
    }

    private Served refused(Received request, Method method, Caller caller, Refusal why) {
        var context = RequestContext.of(api, request, Optional.of(method), caller);
        return new Served(
                method.label(),
                behind(method),
                api.responses().answer(why, context, request),
                false,
                Optional.of(why),
                Optional.empty());
    }

    private Served integrate(Received request, Method method, Map<String, String> parameters, Caller caller) {
        var context = RequestContext.of(api, request, Optional.of(method), caller);
        var begun = clock.instant();
        var ended = switch (method.integration()) {
            case Integration.LambdaProxy proxy -> {
                var event = ProxyEvent.of(api, request, method, parameters, context);
                yield invocation.invoke(proxy, event, api, method, request);
            }
            case Integration.Mock mock -> new Invocation.Ended(MockAnswer.of(mock, context, request), false);
        };
        var took = Duration.between(begun, clock.instant());
        return switch (ended.outcome()) {
            case Outcome.Answered(var sent) ->
                new Served(
                        method.label(),
                        behind(method),
                        ended.called() ? sent.with("X-Amzn-Trace-Id", request.trace()) : sent,
                        ended.called(),
                        Optional.empty(),
                        Optional.of(took));
            case Outcome.Refused(var why) -> failed(request, method, context, ended.called(), why, took);
        };
    }

    private Served failed(
            Received request, Method method, ObjectNode context, boolean called, Refusal why, Duration took) {
        return new Served(
                method.label(),
                behind(method),
                api.responses().answer(why, context, request),
                called,
                Optional.of(why),
                Optional.of(took));
    }

    private static String behind(Method method) {
        return switch (method.integration()) {
            case Integration.LambdaProxy proxy -> proxy.name();
            case Integration.Mock mock -> MOCK;
        };
    }
}
