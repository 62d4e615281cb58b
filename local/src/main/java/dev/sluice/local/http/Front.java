package dev.sluice.local.http;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.problem.Problem;
import dev.sluice.local.delivery.Invocation;
import dev.sluice.local.delivery.Outcome;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes requests on the blueprint's routes to its functions, as API Gateway does; what it refuses itself is RFC 9457. */
public final class Front implements AutoCloseable {

    /** Further connections wait in the backlog until one ends. */
    static final int MOST_CONNECTIONS = 1_024;

    /** Requests that functions work on at the same time; the next one is told to come again. */
    static final int MOST_IN_FLIGHT = 512;

    /** Request line and all headers, bytes. */
    static final int LONGEST_PROLOGUE = 4 * 1_024;

    static final int LARGEST_HEADERS = 16 * 1_024;

    /** How much of a body that nobody wants is read all the same, so that its sender sees the answer. */
    private static final int MOST_LEFTOVER = 1_024 * 1_024;

    private static final Duration LONGEST_LEFTOVER = Duration.ofSeconds(2);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String JSON = "application/json";

    private final Routes routes;
    private final Map<String, Invocation> functions;
    private final Keys keys;
    private final Settings settings;
    private final byte @Nullable [] openApi = openApi();
    private final Semaphore places = new Semaphore(MOST_IN_FLIGHT);
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final SlowHeaders slowHeaders;
    private final WebServer server;

    /**
     * What may differ from place to place.
     *
     * @param port 0 for any that is free
     * @param longestRequest how long a request may take to arrive whole
     * @param ids makes request ids
     * @param troubles told a sentence when a function failed; never a payload
     */
    public record Settings(
            String host, int port, Duration longestRequest, Supplier<String> ids, Consumer<String> troubles) {}

    private Front(Blueprint blueprint, List<Invocation> functions, Keys keys, Settings settings) {
        this.routes = new Routes(blueprint);
        this.functions = functions.stream()
                .collect(Collectors.toUnmodifiableMap(i -> i.function().name(), Function.identity()));
        this.keys = keys;
        this.settings = settings;
        this.slowHeaders = new SlowHeaders(settings.longestRequest(), settings.ids());
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .maxTcpConnections(MOST_CONNECTIONS)
                .idleConnectionTimeout(LONGEST_IDLE)
                .idleConnectionPeriod(LONGEST_IDLE.dividedBy(4))
                .shutdownGracePeriod(LONGEST_DRAIN)
                .shutdownHook(false)
                .connectionOptions(SocketOptions.builder()
                        .readTimeout(LONGEST_IDLE)
                        .tcpNoDelay(true)
                        .build())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(Http1ConnectionSelector.builder()
                        .config(Http1Config.builder()
                                .maxPrologueLength(LONGEST_PROLOGUE)
                                .maxHeadersSize(LARGEST_HEADERS)
                                .addReceiveListener(slowHeaders)
                                .build())
                        .build())
                .directHandlers(refusals())
                .addRouting(HttpRouting.builder().any(this::handle))
                .build();
    }

    /**
     * Listens, then returns.
     *
     * @throws CannotListen where the address is taken or not to be had
     */
    public static Front start(Blueprint blueprint, List<Invocation> functions, Keys keys, Settings settings) {
        var front = new Front(blueprint, functions, keys, settings);
        try {
            front.server.start();
        } catch (RuntimeException e) {
            front.close();
            throw new CannotListen(settings, e);
        }
        // The server tells most failures to start by not running.
        if (!front.server.isRunning()) {
            front.close();
            throw new CannotListen(settings, null);
        }
        return front;
    }

    /** The address cannot be listened on. */
    public static final class CannotListen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotListen(Settings settings, @Nullable Throwable cause) {
            super(
                    "cannot listen on " + settings.host() + ":" + settings.port()
                            + ", it is taken or not this machine's; choose another port, or 0 for any that is free",
                    cause);
        }
    }

    public int port() {
        return server.port();
    }

    private void handle(ServerRequest request, ServerResponse response) {
        var id = settings.ids().get();
        var rest = request.content().hasEntity() ? Rest.UNREAD : Rest.NONE;
        if (rest == Rest.UNREAD) {
            // Until the body turns out to be whole: whatever may be left of it must not be taken for a next request.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        try {
            rest = answer(request, response, rest, id);
        } catch (IllegalArgumentException e) {
            refuse(response, 400, "the address is not well-formed: its percent encoding is broken", id);
        }
        if (rest == Rest.UNREAD) {
            // A connection that is cut with bytes on their way is reset, and the sender might never see the answer.
            WholeBody.of(request, MOST_LEFTOVER, LONGEST_LEFTOVER);
        }
        if (rest != Rest.NONE || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            // The server sends the header, but leaves the closing to whoever wrote it.
            throw new CloseConnectionException("answered");
        }
    }

    /** What is left of a request's body once it is answered. */
    private enum Rest {
        /** Nothing: the connection takes the next request. */
        NONE,
        /** Something nobody has looked at. */
        UNREAD,
        /** Something that another thread still waits for, or that makes no sense. */
        BROKEN
    }

    private Rest answer(ServerRequest request, ServerResponse response, Rest rest, String id) {
        var method = request.prologue().method().text();
        var path = request.path().rawPath();
        if (own(method, path, response, id)) {
            return rest;
        }
        return switch (routes.find(method, path)) {
            case Routes.Match.Unknown ignored -> {
                refuse(response, 404, "there is no such path", id);
                yield rest;
            }
            case Routes.Match.WrongMethod wrong -> {
                var allowed = String.join(", ", wrong.allowed());
                response.header(HeaderNames.ALLOW, allowed);
                refuse(response, 405, "this path takes " + allowed, id);
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
            refuse(response, 405, "this path takes GET", id);
        }
        return true;
    }

    private Rest admit(ServerRequest request, ServerResponse response, Routes.Match.Found found, Rest rest, String id) {
        var refused = keys.refuses(found.route().access(), request.headers());
        if (refused.isPresent()) {
            if (refused.get() == 401) {
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            }
            refuse(
                    response,
                    refused.get(),
                    switch (found.route().access()) {
                        case SENDER -> "send a valid API key in x-api-key";
                        case OPERATOR -> "send the operator token as a bearer token in Authorization";
                    },
                    id);
            return rest;
        }
        return switch (WholeBody.of(request, JsonBounds.SENDER.bytes(), settings.longestRequest())) {
            case WholeBody.TooSlow ignored -> {
                var seconds = settings.longestRequest().toSeconds();
                refuse(response, 408, "the request was not whole within " + seconds + " s", id);
                yield Rest.BROKEN;
            }
            case WholeBody.Broken ignored -> {
                refuse(response, 400, "the body is not what its headers say", id);
                yield Rest.BROKEN;
            }
            case WholeBody.Read body -> {
                var whole = body.bytes().length <= JsonBounds.SENDER.bytes();
                if (whole) {
                    response.headers().remove(HeaderNames.CONNECTION);
                }
                invoke(response, found, GatewayEvent.write(request, found, body.bytes(), id), id);
                yield whole ? Rest.NONE : Rest.UNREAD;
            }
        };
    }

    private void invoke(ServerResponse response, Routes.Match.Found found, byte[] event, String id) {
        if (!places.tryAcquire()) {
            refuse(response, 503, "too many requests at once; send it again", id);
            return;
        }
        Outcome outcome;
        try {
            outcome = inTime(function(found), event, id);
        } finally {
            places.release();
        }
        switch (outcome) {
            case Outcome.Done done -> send(response, found, done.answer(), id);
            case Outcome.Failed failed -> {
                settings.troubles().accept(found.function().name() + " failed, request " + id + ": " + failed.reason());
                refuse(response, 503, "the function failed; send it again", id);
            }
        }
    }

    private Invocation function(Routes.Match.Found found) {
        var function = functions.get(found.function().name());
        if (function == null) {
            throw new IllegalStateException("no function " + found.function().name() + " runs here");
        }
        return function;
    }

    private Outcome inTime(Invocation function, byte[] event, String id) {
        var timeout = function.function().timeout();
        var running = invocations.submit(() -> function.call(event, id));
        try {
            return running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return new Outcome.Failed("timed out after " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Outcome.Failed("did not run: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted: the front stops");
        }
    }

    private void send(ServerResponse response, Routes.Match.Found found, byte[] written, String id) {
        GatewayAnswer answer;
        try {
            answer = GatewayAnswer.read(written);
        } catch (IllegalArgumentException e) {
            settings.troubles().accept(found.function().name() + " gave no answer that reads, request " + id);
            refuse(response, 503, "the function failed; send it again", id);
            return;
        }
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.send(answer.body());
    }

    private static void refuse(ServerResponse response, int status, String detail, String id) {
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (status == 503) {
            response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.send(Problem.of(status, detail, id).json());
    }

    /** What the server refuses before a request is one: in the same form as everything else. */
    private DirectHandlers refusals() {
        DirectHandler refusal = (request, type, status, headers, message) -> refusal(status, headers);
        var handlers = DirectHandlers.builder();
        Arrays.stream(DirectHandler.EventType.values()).forEach(type -> handlers.addHandler(type, refusal));
        return handlers.build();
    }

    private DirectHandler.TransportResponse refusal(Status status, ServerResponseHeaders headers) {
        // A 5xx of the server's own is told as "come again": no sender can be the cause of one.
        var told = Set.of(400, 403, 404, 405, 408, 413, 431).contains(status.code())
                ? status.code()
                : status.code() >= 500 && status.code() != 501 && status.code() != 505 ? 503 : 400;
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (told == 503) {
            headers.set(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var detail = switch (told) {
            case 503 -> "the front could not take the request; send it again";
            case 431 -> "all headers together are at most " + LARGEST_HEADERS + " bytes";
            default -> "this is not a well-formed HTTP/1.1 request";
        };
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(told))
                .headers(headers)
                .keepAlive(false)
                .entity(Problem.of(told, detail, settings.ids().get()).json())
                .build();
    }

    private static byte @Nullable [] openApi() {
        try (var in = Pipeline.class.getResourceAsStream("openapi.json")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes no new requests, lets those that run end, then stops. */
    @Override
    public void close() {
        server.stop();
        slowHeaders.close();
        invocations.close();
    }
}
