package dev.sluice.console.transaction;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.query.StoredJson;
import dev.sluice.local.Trail;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Reader;
import dev.sluice.local.sqlite.Session;
import dev.sluice.local.sqlite.SqliteTransactionArchive;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One transaction: its document, its way, and what is still open about it. */
public final class TransactionPage implements Page {

    /** Each function has at most one row. */
    private static final int MOST_RETRIED = 100;

    private final Reader reader;
    private final TransactionArchive archive;
    private final Optional<Integer> flagAt;

    /**
     * A page that reads there.
     *
     * @param flagAt the score from which on the pipeline flags, where that is known
     */
    public TransactionPage(Reader reader, Optional<Integer> flagAt) {
        this.reader = reader;
        this.archive = new SqliteTransactionArchive(reader);
        this.flagAt = flagAt;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var asked = Asked.all(request, "source", "id");
        var identity = new Identity(asked.get(0), asked.get(1));
        var stored = archive.find(identity);
        if (stored.isEmpty()) {
            return Answers.problem(404, "No such transaction is stored; look for it among the dead letters.");
        }
        var way = reader.readOneMoment(session -> new Way(
                stored.get(),
                Trail.read(session, identity.source(), identity.id()),
                retried(session, identity)));
        return Answers.json(json -> write(json, way));
    }

    private static Map<String, Way.Retried> retried(Session session, Identity identity) throws SQLException {
        var retried = new HashMap<String, Way.Retried>();
        session.rows(
                        "SELECT function, attempts, last_reason FROM retried WHERE source = ? AND id = ? LIMIT ?",
                        row -> Map.entry(row.getString(1), new Way.Retried(row.getInt(2), row.getString(3))),
                        identity.source(),
                        identity.id(),
                        MOST_RETRIED)
                .forEach(entry -> retried.put(entry.getKey(), entry.getValue()));
        return retried;
    }

    private void write(JsonGenerator json, Way way) throws IOException {
        json.writeObjectFieldStart("document");
        StoredJson.write(json, way.stored());
        json.writeEndObject();
        json.writeArrayFieldStart("hops");
        for (var hop : way.hops()) {
            hop.write(json);
        }
        json.writeEndArray();
        TrailJson.write(json, way.trail());
        if (flagAt.isPresent()) {
            json.writeNumberField("flagAt", flagAt.get());
        }
    }
}
