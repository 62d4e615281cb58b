package dev.sluice.cli.replay;

import dev.sluice.cli.client.Answer;
import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A pipeline that stores at once, loses what it is told to lose, and goes away after so many requests. */
final class FakePipeline implements Sender, Archive {

    private record Stored(String content, Instant receivedAt, List<Instant> conflicts) {}

    private final Map<String, Stored> stored = new HashMap<>();
    final Set<String> deadLetters = new HashSet<>();
    final List<String> sent = new ArrayList<>();
    private final AtomicInteger clock = new AtomicInteger();
    int goesAwayAfter = Integer.MAX_VALUE;
    boolean losesTheNextAnswer;

    @Override
    public synchronized Answer send(String id, byte[] body) throws Unreachable {
        if (sent.size() >= goesAwayAfter) {
            throw new Unreachable("gone");
        }
        sent.add(id);
        var text = new String(body, StandardCharsets.UTF_8);
        if (amount(body).equals("0")) {
            return new Answer.Refused(
                    422,
                    "no",
                    List.of(
                            new Answer.Refusal("/amount", "amount_positive", "must be positive"),
                            new Answer.Refusal("/type", "other", "also this")));
        }
        var attempts = 1;
        var now = arrive(id, text);
        if (losesTheNextAnswer) {
            losesTheNextAnswer = false;
            now = arrive(id, text);
            attempts = 2;
        }
        return new Answer.Accepted(id, now, attempts);
    }

    private Instant arrive(String id, String text) {
        var now = Instant.parse("2026-01-01T00:00:00Z").plusMillis(clock.incrementAndGet());
        if (!deadLetters.contains(id)) {
            var earlier = stored.putIfAbsent(id, new Stored(text, now, new ArrayList<>()));
            if (earlier != null && !earlier.content().equals(text)) {
                earlier.conflicts().add(now);
            }
        }
        return now;
    }

    @Override
    public synchronized Optional<Json> find(String id) {
        return Optional.ofNullable(stored.get(id)).map(FakePipeline::document);
    }

    private static Json document(Stored stored) {
        var conflicts = stored.conflicts().stream()
                .map(at -> (Json) new Json.Obj(Map.of("receivedAt", new Json.Str(at.toString()))))
                .toList();
        return new Json.Obj(Map.of(
                "receivedAt", new Json.Str(stored.receivedAt().toString()),
                "status", new Json.Str("flagged"),
                "size", new Json.Num(BigDecimal.ONE),
                "conflicts", new Json.Arr(conflicts)));
    }

    private static String amount(byte[] body) {
        try {
            return JsonText.read(body).text("/amount").orElse("");
        } catch (IOException e) {
            throw new IllegalArgumentException("a replay sends JSON", e);
        }
    }
}
