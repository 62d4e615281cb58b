package dev.sluice.local.http;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.problem.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request and its answer: its route, who may take it, its body whole, then the function behind it. */
final class Exchanges {

    private static final String JSON = "application/json";
    private static final byte[] NOTHING = new byte[0];

    private final Routes routes;
    private final Keys keys;
    private final Calls calls;
    private final Pages pages;
    private final Witness witness;
    private final WholeBody.Limits limits;
    private final Supplier<String> ids;
    private final byte @Nullable [] openApi = openApi();

    Exchanges(
            Routes routes,
            Keys keys,
            Calls calls,
            Pages pages,
            Witness witness,
            WholeBody.Limits limits,
            Supplier<String> ids) {
        this.routes = routes;
        this.keys = keys;
        this.calls = calls;
        this.pages = pages;
        this.witness = witness;
        this.limits = limits;
        this.ids = ids;
    }

    /** What is left of a request's body once it is answered. */
    private enum Rest {
        /** Nothing: the connection takes the next request. */
        NONE,
        /** Something nobody has looked at, or that makes no sense. */
        UNREAD,
        /** Something that another thread still waits for. */
        AWAITED
    }

    void handle(ServerRequest request, ServerResponse response) {
        var id = ids.get();
        var rest = request.content().hasEntity() ? Rest.UNREAD : Rest.NONE;
        if (rest == Rest.UNREAD) {
            // Until the body turns out to be whole: whatever may be left of it must not be taken for a next request.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        try {
            rest = answer(request, response, rest, id);
        } catch (IllegalArgumentException e) {
            var method = request.prologue().method().text();
            refuse(method, response, 400, "the address is not well-formed: its percent encoding is broken", id);
        }
        if (rest == Rest.UNREAD) {
            throw new Inflow.Unread();
        }
        if (rest != Rest.NONE || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            // The server sends the header, but leaves the closing to whoever wrote it.
            throw new CloseConnectionException("answered");
        }
    }

    private Rest answer(ServerRequest request, ServerResponse response, Rest rest, String id) {
        var method = request.prologue().method().text();
        var path = request.path().rawPath();
        if (own(method, path, response, id)) {
            return rest;
        }
        if (pages.has(path)) {
            return page(request, response, rest, id);
        }
        return switch (routes.find(method, path)) {
            case Routes.Match.Unknown ignored -> {
                refuse(method, response, 404, "there is no such path", id);
                yield rest;
            }
            case Routes.Match.WrongMethod wrong -> {
                var allowed = String.join(", ", wrong.allowed());
                response.header(HeaderNames.ALLOW, allowed);
                refuse(method, response, 405, "this path takes " + allowed, id);
                yield rest;
            }
            case Routes.Match.Found found -> admit(request, response, found, rest, id);
        };
    }

    /** The front's own pages: whether it is up, and what it offers. */
    private boolean own(String method, String path, ServerResponse response, String id) {
        var page = switch (path) {
            case "/health" -> "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
            case "/openapi.json" -> openApi;
            default -> null;
        };
        if (page == null) {
            return false;
        }
        if (method.equals("GET")) {
            response.header(HeaderNames.CONTENT_TYPE, JSON);
            response.send(page);
        } else {
            response.header(HeaderNames.ALLOW, "GET");
            refuse(method, response, 405, "this path takes GET", id);
        }
        return true;
    }

    private static void refuse(String method, ServerResponse response, int status, String detail, String id) {
        if (method.equals("HEAD")) {
            Refusals.sendWithoutContent(response, status);
        } else {
            Refusals.send(response, status, detail, id);
        }
    }

    private Rest admit(ServerRequest request, ServerResponse response, Routes.Match.Found found, Rest rest, String id) {
        var refused = keys.refuses(found.route().access(), request.headers());
        if (refused.isPresent()) {
            if (refused.get() == 401) {
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            }
            refuse(
                    response,
                    found,
                    refused.get(),
                    switch (found.route().access()) {
                        case SENDER -> "send a valid API key in x-api-key";
                        case OPERATOR -> "send the operator token as a bearer token in Authorization";
                    },
                    id);
            return rest;
        }
        return withBody(
                request,
                response,
                (status, detail) -> refuse(response, found, status, detail, id),
                body -> calls.call(response, found, body, GatewayEvent.write(request, found, body, id), id));
    }

    /** A refusal of a request on a route, of which the witness hears. */
    private void refuse(ServerResponse response, Routes.Match.Found found, int status, String detail, String id) {
        witness.saw(new Witness.Answered(
                found.function().name(),
                Optional.ofNullable(found.parameters().get("source")),
                status,
                NOTHING,
                Problem.of(status, detail, id).json()));
        Refusals.send(response, status, detail, id);
    }

    private Rest page(ServerRequest request, ServerResponse response, Rest rest, String id) {
        var method = request.prologue().method().text();
        if (rest == Rest.NONE) {
            new PageExchange(pages, request, response, id).answer(NOTHING);
            return rest;
        }
        return withBody(
                request,
                response,
                (status, detail) -> refuse(method, response, status, detail, id),
                body -> new PageExchange(pages, request, response, id).answer(body));
    }

    @FunctionalInterface
    private interface Refusing {
        void because(int status, String detail);
    }

    private Rest withBody(
            ServerRequest request, ServerResponse response, Refusing refusing, Consumer<byte[]> answering) {
        return switch (WholeBody.of(request, limits)) {
            case WholeBody.TooSlow ignored -> {
                refusing.because(
                        408,
                        "the request was not whole within " + limits.longest().toSeconds() + " s");
                yield Rest.AWAITED;
            }
            case WholeBody.Broken ignored -> {
                refusing.because(400, "the body is not what its headers say");
                yield Rest.UNREAD;
            }
            case WholeBody.TooLarge ignored -> {
                refusing.because(413, "the body is at most " + JsonBounds.SENDER.bytes() + " bytes");
                yield Rest.UNREAD;
            }
            case WholeBody.Read body -> {
                var whole = body.bytes().length <= JsonBounds.SENDER.bytes();
                if (whole) {
                    response.headers().remove(HeaderNames.CONNECTION);
                }
                answering.accept(body.bytes());
                yield whole ? Rest.NONE : Rest.UNREAD;
            }
        };
    }

    private static byte @Nullable [] openApi() {
        try (var in = Pipeline.class.getResourceAsStream("openapi.json")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
