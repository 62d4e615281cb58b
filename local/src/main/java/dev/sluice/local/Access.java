package dev.sluice.local;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How to reach a running pipeline and what to show it: {@code access.json} in its folder.
 *
 * @param url where it listens
 * @param apiKey what senders show
 * @param source whom the secret is for
 * @param secret what that source signs with, {@code whsec_} and base64
 * @param operatorToken what operators show
 * @param pid of the process that wrote it
 */
public record Access(URI url, String apiKey, String source, String secret, String operatorToken, long pid) {

    private static final String FILE = "access.json";
    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    /**
     * Reads what the pipeline that runs on that folder has written there.
     *
     * @throws CannotStart with a sentence, where there is none or it does not read
     */
    public static Access read(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var fields = Fields.parse(READER, Files.readAllBytes(file));
            return new Access(
                    URI.create(fields.text("url")),
                    fields.text("apiKey"),
                    fields.text("source"),
                    fields.text("secret"),
                    fields.text("operatorToken"),
                    fields.integer("pid"));
        } catch (NoSuchFileException e) {
            throw new CannotStart(
                    "there is no " + file + ": start a pipeline there with 'sluice up --data " + folder + "'", e);
        } catch (IOException e) {
            throw new CannotStart("cannot read " + file + ": " + Sentences.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(file + " is not whole; start the pipeline again to have it written anew", e);
        }
    }

    void write(Path folder) throws IOException {
        PrivateFile.write(
                folder.resolve(FILE),
                JsonText.object(json -> {
                            json.writeStringField("url", url.toString());
                            json.writeStringField("apiKey", apiKey);
                            json.writeStringField("source", source);
                            json.writeStringField("secret", secret);
                            json.writeStringField("operatorToken", operatorToken);
                            json.writeNumberField("pid", pid);
                        })
                        + "\n");
    }

    /** A file from a run before would lead to a process that is gone. */
    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Says nothing of what opens the door: this must be safe to log. */
    @Override
    public String toString() {
        return "Access[url=" + url + ", source=" + source + ", pid=" + pid + "]";
    }
}
