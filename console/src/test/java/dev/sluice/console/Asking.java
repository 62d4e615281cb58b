package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.page.Page;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks a page as a browser does, and reads what it answers. */
public final class Asking {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private Asking() {}

    /** A request with these parameters: names and values in turn. */
    public static PageRequest request(String... parameters) {
        var query = new TreeMap<String, List<String>>();
        for (var i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1]));
        }
        return new PageRequest("GET", "/console/api/any", query, Map.of(), new byte[0]);
    }

    /** What the page answers with 200. */
    public static Fields answer(Page page, String... parameters) {
        return answer(page, request(parameters));
    }

    public static Fields answer(Page page, PageRequest request) {
        var answer = whole(page, request);
        assertThat(answer.status()).isEqualTo(200);
        return Fields.parse(READER, new String(answer.body(), StandardCharsets.UTF_8));
    }

    public static PageAnswer.Whole whole(Page page, PageRequest request) {
        return (PageAnswer.Whole) page.answer(request);
    }

    /** The objects of a list. */
    public static List<Fields> objects(Fields fields, String list) {
        return fields.listing(list).items().stream()
                .map(item -> new Fields((Written.Group) item))
                .toList();
    }
}
