package dev.sluice.console.asset;

import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.StringTokenizer;

/** One file, whole, with the mark by which a browser asks whether it has changed. */
final class WebFile {

    private static final byte[] NOTHING = new byte[0];

    private final byte[] content;
    private final String type;
    private final String mark;

    /** @param name tells its kind by its ending */
    WebFile(String name, byte[] content) {
        this.content = content.clone();
        this.type = type(name);
        this.mark = mark(content);
    }

    /** The file with that status; 304 to who has it already (RFC 9110, 13.1.2), where it is answered with 200. */
    PageAnswer answer(int status, PageRequest request) {
        // Asked for anew each time, since the next version of the program has the same names: 304 is cheap on one
        // machine, and a page of one version with a script of another is not.
        var headers = Map.of("content-type", type, "etag", mark, "cache-control", "no-cache");
        return status == 200 && isKnown(request.header("if-none-match").orElse(""))
                ? new PageAnswer.Whole(304, headers, NOTHING)
                : new PageAnswer.Whole(status, headers, content);
    }

    private boolean isKnown(String ifNoneMatch) {
        var marks = new StringTokenizer(ifNoneMatch, ",");
        while (marks.hasMoreTokens()) {
            var known = marks.nextToken().strip();
            // A cache in between may have weakened ours.
            if (known.equals(mark) || known.equals("W/" + mark) || known.equals("*")) {
                return true;
            }
        }
        return false;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no media type is known for " + name);
        };
    }

    private static String mark(byte[] content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
