package dev.sluice.console;

import dev.sluice.console.asset.Assets;
import dev.sluice.console.asset.Shell;
import dev.sluice.console.door.Door;
import dev.sluice.console.door.LinksPage;
import dev.sluice.console.door.OneTimeLinks;
import dev.sluice.console.door.OperatorKey;
import dev.sluice.console.door.Place;
import dev.sluice.console.door.SessionPage;
import dev.sluice.console.door.Sessions;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Invalid;
import dev.sluice.console.page.Methods;
import dev.sluice.console.page.Page;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All addresses of the console.
 *
 * @param door in front of the pages behind it
 * @param open to who has no session yet, by the address below {@link #API}
 * @param behind the door, likewise; one whose key ends in a stroke has all that is below it
 * @param assets below theirs
 * @param shell everywhere else
 */
record Site(Door door, Map<String, Page> open, Map<String, Page> behind, Page assets, Page shell) {

    static final String API = "/console/api/";

    Site {
        open = Map.copyOf(open);
        behind = Map.copyOf(behind);
    }

    static Site of(
            Place place,
            Sessions sessions,
            OneTimeLinks links,
            OperatorKey key,
            SessionPage.Running running,
            Map<String, Page> behind) {
        var door = new Door(place, sessions);
        return new Site(
                door,
                Map.of(
                        "session", new SessionPage(door, sessions, links, key, running),
                        "links", new LinksPage(place, links, key)),
                behind,
                Methods.reading(new Assets()),
                Methods.reading(new Shell()));
    }

    /** @param troubles told a sentence when a page fails; never what was asked for */
    PageAnswer answer(PageRequest request, Consumer<String> troubles) {
        try {
            return door.refusesHost(request).orElseGet(() -> find(request));
        } catch (Invalid e) {
            return Answers.problem(400, "this cannot be asked for; errors names what is wrong", e.errors());
        } catch (Unavailable e) {
            return Answers.problem(503, "the file does not answer now; ask again");
        } catch (RuntimeException e) {
            // A mistake of ours: told with the same headers as everything else, and where it can be looked up.
            troubles.accept(
                    "the console failed at " + request + ": " + e.getClass().getName() + " in "
                            + Arrays.stream(e.getStackTrace()).limit(1).toList());
            return Answers.problem(500, "the console failed; sluice.log has more");
        }
    }

    private PageAnswer find(PageRequest request) {
        if (request.path().startsWith(API)) {
            var name = request.path().substring(API.length());
            var page = open.get(name);
            return page == null ? behindTheDoor(name, request) : page.answer(request);
        }
        return (request.path().startsWith(Assets.BELOW) ? assets : shell).answer(request);
    }

    private PageAnswer behindTheDoor(String name, PageRequest request) {
        return door.refuses(request)
                .orElseGet(() -> page(name)
                        .map(page -> page.answer(request))
                        .orElseGet(() -> Answers.problem(404, "there is no such address")));
    }

    private Optional<Page> page(String name) {
        var above = name.substring(0, name.indexOf('/') + 1);
        return Optional.ofNullable(behind.get(name)).or(() -> Optional.ofNullable(behind.get(above)));
    }
}
