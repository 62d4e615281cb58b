package dev.sluice.local;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.port.SigningSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What opens the doors of one pipeline: {@code secrets.json} in its folder, made at its first start.
 *
 * @param signing what the default source signs with, {@code whsec_} and base64
 */
record Secrets(String apiKey, String operatorToken, String signing) {

    private static final String FILE = "secrets.json";
    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);
    private static final int BYTES = 32;

    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** Reads them, or makes them from that source of chance where there are none. */
    static Secrets of(Path folder, SecureRandom random) throws IOException {
        var file = file(folder);
        if (!Files.exists(file)) {
            new Secrets(hex(random), hex(random), "whsec_" + Base64.getEncoder().encodeToString(bytes(random)))
                    .write(file);
        }
        try {
            var fields = Fields.parse(READER, Files.readAllBytes(file));
            var written = new FileSourceSecrets(file).written(Sources.DEFAULT);
            if (written.isEmpty()) {
                throw new IllegalArgumentException("it has no secret for the source '" + Sources.DEFAULT + "'");
            }
            SigningSecret.parse(written.getFirst().secret(), Optional.empty());
            return new Secrets(
                    fields.text("apiKey"),
                    fields.text("operatorToken"),
                    written.getFirst().secret());
        } catch (IllegalArgumentException e) {
            throw new CannotStart(file + " does not read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStart("cannot read " + file + ": " + Sentences.of(e), e);
        }
    }

    private void write(Path file) throws IOException {
        PrivateFile.write(
                file,
                JsonText.object(json -> {
                            json.writeStringField("apiKey", apiKey);
                            json.writeStringField("operatorToken", operatorToken);
                            json.writeObjectFieldStart("sources");
                            json.writeArrayFieldStart(Sources.DEFAULT);
                            json.writeStartObject();
                            json.writeStringField("secret", signing);
                            json.writeEndObject();
                            json.writeEndArray();
                            json.writeEndObject();
                        })
                        + "\n");
    }

    private static String hex(SecureRandom random) {
        return HexFormat.of().formatHex(bytes(random));
    }

    private static byte[] bytes(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[]";
    }
}
