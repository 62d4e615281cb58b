package dev.sluice.local;

import dev.sluice.handlers.codec.JsonText;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Sentences about what goes wrong outside any function, as lines of the log like the functions' own. */
record Troubles(Consumer<String> log, InstantSource clock) implements Consumer<String> {

    @Override
    public void accept(String sentence) {
        log.accept(JsonText.object(json -> {
            json.writeStringField("time", clock.instant().toString());
            json.writeStringField("level", "WARN");
            json.writeStringField("trouble", sentence);
        }));
    }
}
