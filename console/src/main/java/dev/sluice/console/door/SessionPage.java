package dev.sluice.console.door;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Headers;
import dev.sluice.console.page.Methods;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where sessions are opened, looked at and ended. */
public final class SessionPage implements Page {

    private static final List<String> TAKEN = List.of("GET", "HEAD", "POST", "DELETE");

    private final Door door;
    private final Sessions sessions;
    private final OneTimeLinks links;
    private final OperatorKey key;
    private final Running running;

    /**
     * What a session is told of the pipeline.
     *
     * @param folder its name, without where it is
     */
    public record Running(String folder, Instant startedAt) {}

    public SessionPage(Door door, Sessions sessions, OneTimeLinks links, OperatorKey key, Running running) {
        this.door = door;
        this.sessions = sessions;
        this.links = links;
        this.key = key;
        this.running = running;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> within(request, this::tell);
            case "POST" -> door.refusesOrigin(request).orElseGet(() -> open(request));
            case "DELETE" -> within(request, this::end);
            default -> Methods.refusal(TAKEN);
        };
    }

    private PageAnswer within(PageRequest request, Function<Session, PageAnswer> answering) {
        return switch (door.decide(request)) {
            case Door.Decision.In in -> answering.apply(in.session());
            case Door.Decision.Out out -> out.refusal();
        };
    }

    private PageAnswer open(PageRequest request) {
        return switch (Credential.read(request.body())) {
            case Credential.Ticket ticket ->
                links.take(ticket.text())
                        ? opened()
                        : Answers.problem(403, "this link was used or is too old; 'sluice console' prints a new one");
            case Credential.Key shown ->
                switch (key.show(shown.text())) {
                    case OperatorKey.Shown.Right ignored -> opened();
                    case OperatorKey.Shown.Wrong ignored ->
                        Answers.problem(403, "this is not the operator token of the pipeline's access.json");
                    case OperatorKey.Shown.TooOften often -> Refusals.tooOften(often);
                };
        };
    }

    private PageAnswer opened() {
        var session = sessions.open();
        return Headers.with(tell(session), "set-cookie", door.cookie().of(session));
    }

    private PageAnswer tell(Session session) {
        return Answers.json(json -> {
            json.writeStringField("token", session.token());
            json.writeObjectFieldStart("pipeline");
            json.writeStringField("folder", running.folder());
            json.writeStringField("startedAt", running.startedAt().toString());
            json.writeEndObject();
        });
    }

    private PageAnswer end(Session session) {
        sessions.end(session);
        return new PageAnswer.Whole(
                204, Map.of("set-cookie", door.cookie().none(), "cache-control", "no-store"), new byte[0]);
    }
}
