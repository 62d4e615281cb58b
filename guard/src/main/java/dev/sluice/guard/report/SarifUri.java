package dev.sluice.guard.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Files and pages as URIs (RFC 3986). */
final class SarifUri {

    private static final String UNRESERVED = "-._~/";

    private SarifUri() {}

    /** A file, relative to a folder where it is in it. */
    static String ofFile(String file, Path base) {
        var name = file;
        try {
            var absolute = base.resolve(file).normalize();
            if (absolute.startsWith(base.normalize())) {
                name = base.normalize().relativize(absolute).toString();
            }
        } catch (InvalidPathException notAPath) {
            // Encoded as it is: somebody named it, and it is only told again.
            name = file;
        }
        var encoded = encoded(name);
        // A relative reference that begins with two slashes would name a host.
        return encoded.startsWith("/") ? "file://" + encoded.replaceFirst("^/+", "/") : encoded;
    }

    private static String encoded(String name) {
        var uri = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
                uri.append(character);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", one & 0xff));
            }
        }
        return uri.toString();
    }

    /** A page on the web; empty where a text is none. */
    static Optional<String> ofPage(String reference) {
        try {
            var uri = new URI(reference);
            return "https".equals(uri.getScheme()) && uri.getHost() != null
                    ? Optional.of(uri.toASCIIString())
                    : Optional.empty();
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }
}
