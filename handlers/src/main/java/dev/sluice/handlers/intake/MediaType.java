package dev.sluice.handlers.intake;

import java.util.Locale;
import java.util.Optional;

/** Whether a Content-Type says JSON in UTF-8 (RFC 9110, RFC 8259). */
final class MediaType {

    private MediaType() {}

    static boolean isJson(Optional<String> contentType) {
        if (contentType.isEmpty()) {
            return false;
        }
        var parts = contentType.get().toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !parameter
                            .substring("charset=".length())
                            .replace("\"", "")
                            .equals("utf-8")) {
                return false;
            }
        }
        return true;
    }
}
