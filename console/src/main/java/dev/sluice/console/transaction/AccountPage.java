package dev.sluice.console.transaction;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Invalid;
import dev.sluice.console.page.Page;
import dev.sluice.console.row.RowJson;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Reader;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account did around one of its transactions, in the order it occurred. */
public final class AccountPage implements Page {

    /** How many rows are told at most, and where nobody asks for fewer. */
    static final int MOST = 200;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private final Reader reader;

    public AccountPage(Reader reader) {
        this.reader = reader;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var asked = Asked.all(request, "source", "account", "around");
        var limit = limit(request);
        var found = reader.readOneMoment(
                session -> Neighbours.around(session, asked.get(0), asked.get(1), asked.get(2), limit));
        if (found.isEmpty()) {
            return Answers.problem(404, "The account has no such transaction.");
        }
        var neighbours = found.get();
        return Answers.json(json -> {
            json.writeStringField("source", asked.get(0));
            json.writeStringField("account", asked.get(1));
            json.writeNumberField("transactions", neighbours.transactions());
            RowJson.write(json, "rows", neighbours.rows());
            json.writeBooleanField("earlier", neighbours.earlier());
            json.writeBooleanField("later", neighbours.later());
        });
    }

    private static int limit(PageRequest request) {
        var written = request.parameter("limit");
        if (written.isEmpty()) {
            return MOST;
        }
        return Optional.of(written.get())
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= MOST)
                .orElseThrow(() -> Invalid.of("limit", "limit_range", "1 to " + MOST));
    }
}
