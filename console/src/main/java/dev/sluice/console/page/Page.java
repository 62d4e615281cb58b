package dev.sluice.console.page;

import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;

/** One address of the console. */
@FunctionalInterface
public interface Page {

    /**
     * Answers; the door has let the request in already.
     *
     * @throws Invalid where the request asks for what makes no sense
     * @throws dev.sluice.handlers.port.Unavailable when the file cannot be read now
     */
    PageAnswer answer(PageRequest request);
}
