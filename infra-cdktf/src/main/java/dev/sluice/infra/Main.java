package dev.sluice.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import dev.sluice.infra.construct.Archives;
import dev.sluice.infra.settings.Exceptions;
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
            var settings = Settings.of(System.getenv(), context(System.getenv(), repository));
            var archives = Archives.in(repository);
            var app = new App();
            var transactions = new TransactionsStack(app, settings, archives);
            var compliance = new ComplianceStack(app, settings, archives);
            app.synth();
            except(app, transactions, Exceptions.ofTransactions(settings));
            except(app, compliance, Exceptions.ofCompliance());
        } catch (Unusable | Archives.Missing unusable) {
            System.err.println(unusable.getMessage());
            System.exit(2);
        } catch (JsonProcessingException e) {
            System.err.println("cdktf.json cannot be read as JSON, at line "
                    + e.getLocation().getLineNr());
            System.exit(2);
        }
    }

    /** Writes beside a synthesized stack what the guard is not to tell of it. */
    private static void except(App app, TerraformStack stack, String exceptions) throws IOException {
        Files.writeString(Path.of(app.getOutdir(), "stacks", stack.getNode().getId(), Exceptions.FILE), exceptions);
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
