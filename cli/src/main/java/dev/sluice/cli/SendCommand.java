package dev.sluice.cli;

import dev.sluice.cli.client.Answer;
import dev.sluice.cli.client.Patience;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs one transaction and sends it. */
@Command(
        name = "send",
        description = "Signs one transaction, sends it to a running pipeline and prints the answer.",
        footer = {"", "What is read is sent as it is, byte for byte; the pipeline says what is wrong with it."})
final class SendCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A JSON file with the transaction; '-' or nothing reads standard input.")
    private @Nullable Path file;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "Prints the answer as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var body = file == null || file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        try (var client = data.client(Patience.STANDARD)) {
            var answer = client.send(messageId(body), body);
            var out = spec.commandLine().getOut();
            out.println(json ? JsonText.compact(document(answer)) : text(answer));
            out.flush();
            return answer instanceof Answer.Accepted ? ExitCodes.DONE : ExitCodes.FOUND;
        }
    }

    /** The transaction's own id, where it can be one; the pipeline has to hear of any other text too. */
    private static String messageId(byte[] body) {
        try {
            return JsonText.read(body)
                    .text("/id")
                    .filter(id -> id.matches("[A-Za-z0-9._:-]{1,64}"))
                    .orElseGet(SendCommand::anyId);
        } catch (IOException e) {
            return anyId();
        }
    }

    private static String anyId() {
        return "msg_" + UUID.randomUUID();
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                "accepted " + accepted.transactionId() + ", received at " + accepted.receivedAt();
            case Answer.Refused refused -> {
                var lines = new StringBuilder("refused (" + refused.status() + "): " + refused.title());
                for (var violation : refused.violations()) {
                    lines.append(System.lineSeparator())
                            .append("  ")
                            .append(violation.pointer().isEmpty() ? "(whole)" : violation.pointer())
                            .append("  ")
                            .append(violation.code())
                            .append(": ")
                            .append(violation.detail());
                }
                yield lines.toString();
            }
        };
    }

    private static Json document(Answer answer) {
        var members = new LinkedHashMap<String, Json>();
        switch (answer) {
            case Answer.Accepted accepted -> {
                members.put("transactionId", new Json.Str(accepted.transactionId()));
                members.put("status", new Json.Str("accepted"));
                members.put("receivedAt", new Json.Str(accepted.receivedAt().toString()));
            }
            case Answer.Refused refused -> {
                var errors = new ArrayList<Json>();
                for (var violation : refused.violations()) {
                    var error = new LinkedHashMap<String, Json>();
                    error.put("pointer", new Json.Str(violation.pointer()));
                    error.put("code", new Json.Str(violation.code()));
                    error.put("detail", new Json.Str(violation.detail()));
                    errors.add(new Json.Obj(error));
                }
                members.put("status", new Json.Num(BigDecimal.valueOf(refused.status())));
                members.put("title", new Json.Str(refused.title()));
                members.put("errors", new Json.Arr(errors));
            }
        }
        return new Json.Obj(members);
    }
}
