package dev.sluice.console.overview;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Function;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.console.row.Sources;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.risk.RiskRules;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Reader;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that transactions are told in, for forms that offer them and for pages that explain them. */
public final class VocabularyPage implements Page {

    private static final int MOST_SOURCES = 100;

    private final Reader reader;
    private final Blueprint blueprint;

    public VocabularyPage(Reader reader, Blueprint blueprint) {
        this.reader = reader;
        this.blueprint = blueprint;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var sources = reader.read(Sources::known);
        return Answers.json(json -> {
            words(
                    json,
                    "statuses",
                    Stream.of(Status.values()).map(status -> status.name().toLowerCase(Locale.ROOT)));
            words(json, "types", Stream.of(TransactionType.values()).map(TransactionType::code));
            words(json, "currencies", Currency.all().stream().map(Currency::code));
            words(json, "sources", sources.stream().limit(MOST_SOURCES));
            words(
                    json,
                    "functions",
                    blueprint.functions().stream()
                            .filter(Function::isDeliveredTo)
                            .map(Function::name));
            json.writeArrayFieldStart("reasons");
            for (var rule : RiskRules.ALL) {
                reason(json, rule.code(), rule.meaning());
            }
            // What the notifier tells of beside the rules.
            reason(json, "conflict", "Other content arrived under its id; what was stored first stays");
            json.writeEndArray();
        });
    }

    private static void words(JsonGenerator json, String name, Stream<String> words) throws IOException {
        json.writeArrayFieldStart(name);
        for (var word : words.toList()) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    private static void reason(JsonGenerator json, String code, String sentence) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code);
        json.writeStringField("sentence", sentence);
        json.writeEndObject();
    }
}
