package dev.sluice.console.find;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.console.row.RowJson;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Reader;

/**
 * Transactions by anything that a row of them tells: those that arrived last first, or the riskiest.
 *
 * <p>Those of an account come in the order they occurred, the last first, and those whose ids begin alike in the order of
 * their ids; both source by source. A request looks at {@value Search#MOST_EXAMINED} rows at most, so that it may find
 * fewer than there are, or none, and say that it is not complete: its cursor goes on from there.
 */
public final class TransactionsPage implements Page {

    private final Search search;

    public TransactionsPage(Reader reader) {
        this(reader, Search.MOST_EXAMINED);
    }

    TransactionsPage(Reader reader, int mostExamined) {
        this.search = new Search(reader, mostExamined);
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var wanted = Wanted.read(request);
        var found = search.find(wanted);
        return Answers.json(json -> {
            RowJson.write(json, "rows", found.rows());
            if (found.last().isPresent()) {
                var last = found.last().get();
                json.writeStringField("next", wanted.cursor(Position.of(last)));
                json.writeStringField("searchedBackTo", last.receivedAt().toString());
            }
            json.writeBooleanField("complete", found.last().isEmpty());
        });
    }
}
