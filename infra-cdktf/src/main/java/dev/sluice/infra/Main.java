package dev.sluice.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.App;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.construct.Archives;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Entry point of the synthesis: writes the Terraform of every stack. */
public final class Main {

    /** Where CDKTF's command line puts the context of cdktf.json for the app that it calls. */
    private static final String CONTEXT_VARIABLE = "CDKTF_CONTEXT_JSON";

    private Main() {}

    /**
     * Synthesizes all stacks into CDKTF's output folder; ends with 2 where a setting cannot be used or an archive is missing.
     *
     * @param args the repository's folder
     */
    public static void main(String[] args) throws IOException {
        var repository = Path.of(args[0]);
        try {
            var settings = Settings.of(Pipeline.BLUEPRINT, System.getenv(), context(System.getenv(), repository));
            var archives = new Archives(repository.resolve("handlers/target/functions"));
            var app = new App();
            var stack = new TransactionsStack(app, settings, archives);
            // The compliance stack comes here: it finds what it watches by names and tags, and deploys alone.
            app.synth();
            Exceptions.write(Path.of(app.getOutdir(), "stacks", stack.getNode().getId()), settings);
        } catch (Unusable | Archives.Missing unusable) {
            System.err.println(unusable.getMessage());
            System.exit(2);
        } catch (JsonProcessingException e) {
            System.err.println("cdktf.json cannot be read as JSON, at line "
                    + e.getLocation().getLineNr());
            System.exit(2);
        }
    }

    /** What CDKTF's command line read from cdktf.json, or what is in there where it was not asked. */
    private static JsonNode context(Map<String, String> variables, Path repository) throws IOException {
        var json = new ObjectMapper();
        var read = variables.get(CONTEXT_VARIABLE);
        return read == null
                ? json.readTree(Files.readAllBytes(repository.resolve("cdktf.json")))
                        .path("context")
                : json.readTree(read);
    }
}
