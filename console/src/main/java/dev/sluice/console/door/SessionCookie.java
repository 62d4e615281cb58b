package dev.sluice.console.door;

import dev.sluice.local.http.PageRequest;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The cookie that says which session a request belongs to (RFC 6265).
 *
 * @param port is in its name: cookies know no ports, and two pipelines of one machine would share theirs
 */
record SessionCookie(int port) {

    private static final String WHERE = "; Path=/console; HttpOnly; SameSite=Strict; Max-Age=";

    String name() {
        return "sluice_" + port;
    }

    /** The value to set, for as long as a session lasts. */
    String of(Session session) {
        return name() + "=" + session.id() + WHERE + Sessions.LIFE.toSeconds();
    }

    /** The value that has it forgotten. */
    String none() {
        return name() + "=" + WHERE + "0";
    }

    /** The session's id that the request shows. */
    Optional<String> in(PageRequest request) {
        var prefix = name() + "=";
        var cookies = new StringTokenizer(request.header("cookie").orElse(""), ";");
        while (cookies.hasMoreTokens()) {
            var cookie = cookies.nextToken().strip();
            if (cookie.startsWith(prefix)) {
                return Optional.of(cookie.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }
}
