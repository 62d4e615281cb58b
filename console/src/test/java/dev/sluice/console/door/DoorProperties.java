package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Only what was given opens: nothing that differs from it in one place, is longer, shorter or made up. */
class DoorProperties {

    private static final String HOST = "127.0.0.1:8080";

    private final Sessions sessions = new Sessions(new HandClock(), new SecureRandom());
    private final Session session = sessions.open();
    private final Door door = new Door(new Place("127.0.0.1", 8080), sessions);

    @Property
    void aCookieThatWasTamperedWithOpensNothing(
            @ForAll @IntRange(max = 42) int at, @ForAll @CharRange(from = '!', to = '~') char put) {
        var id = replaced(session.id(), at, put);

        assertThat(status(request("GET", "sluice_8080=" + id, "")))
                .isEqualTo(id.equals(session.id()) ? Optional.empty() : Optional.of(401));
    }

    @Property
    void aTokenThatWasTamperedWithDoesNothing(
            @ForAll @IntRange(max = 42) int at, @ForAll @CharRange(from = '!', to = '~') char put) {
        var token = replaced(session.token(), at, put);

        assertThat(status(request("POST", "sluice_8080=" + session.id(), token)))
                .isEqualTo(token.equals(session.token()) ? Optional.empty() : Optional.of(403));
    }

    @Property
    void whatIsMadeUpOpensNothing(@ForAll String cookie, @ForAll String token) {
        assertThat(status(request("GET", cookie, token))).contains(401);
        assertThat(status(request("GET", "sluice_8080=" + cookie, token))).contains(401);
        assertThat(status(request("GET", "sluice_8081=" + session.id(), token))).contains(401);
        assertThat(status(request("POST", "sluice_8080=" + session.id(), token)))
                .contains(403);
    }

    @Property
    void whateverIsNotReadingIsActing(@ForAll("methods") String method) {
        var reads = method.equals("GET") || method.equals("HEAD");

        assertThat(status(request(method, "sluice_8080=" + session.id(), "")))
                .isEqualTo(reads ? Optional.empty() : Optional.of(403));
    }

    /** Another page of this machine may have set some, of the same name even: browsers send them all. */
    @Property
    void theCookieIsFoundAmongOthers(@ForAll("cookies") List<String> before, @ForAll("cookies") List<String> after) {
        var own = Stream.of("sluice_8080=" + session.id());
        var all = Stream.of(before.stream(), own, after.stream())
                .flatMap(cookies -> cookies)
                .collect(Collectors.joining("; "));

        assertThat(status(request("GET", all, ""))).isEmpty();
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.oneOf(
                Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "QUERY"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(10));
    }

    @Provide
    Arbitrary<List<String>> cookies() {
        return Arbitraries.of("a=b", "sluice_80=x", "sluice_80801=y", "sluice_8080=made up", "sluice_8080", "=", "")
                .list()
                .ofMaxSize(4);
    }

    private static String replaced(String text, int at, char put) {
        return text.substring(0, at) + put + text.substring(at + 1);
    }

    private static PageRequest request(String method, String cookie, String token) {
        var headers = new HashMap<>(Map.of("host", HOST, "origin", "http://" + HOST, "cookie", cookie));
        headers.put("x-console-token", token);
        return new PageRequest(method, "/console/api/pipeline", Map.of(), headers, new byte[0]);
    }

    private Optional<Integer> status(PageRequest request) {
        return door.refuses(request).map(PageAnswer::status);
    }
}
