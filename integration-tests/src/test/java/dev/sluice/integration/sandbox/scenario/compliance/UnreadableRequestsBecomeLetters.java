package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.UUID;

/** Requests that the remediator can make nothing of. */
public final class UnreadableRequestsBecomeLetters implements Scenario {

    private static final String LETTERS = "repairs-dlq";

    @Override
    public String name() {
        return "unreadable requests for repairs become dead letters";
    }

    @Override
    public String shows() {
        return "A message that is no request is received five times and becomes a letter; so does, after three attempts, an"
                + " asynchronous call that brings no messages.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var message = "unreadable-" + UUID.randomUUID();
        sandbox.operator().put("repairs", "[\"" + message + "\"]");
        letter(sandbox, message);

        var call = "unreadable-" + UUID.randomUUID();
        sandbox.operator().later("remediator", "[\"" + call + "\"]");
        letter(sandbox, call);
    }

    private static void letter(Sandbox sandbox, String mark) {
        var found = sandbox.await(
                "a letter in " + LETTERS,
                () -> sandbox.operator().letters(LETTERS).stream()
                        .filter(each -> each.body().contains(mark))
                        .findFirst());
        assertThat(found.body()).contains(mark);
        sandbox.operator().remove(LETTERS, mark);
    }
}
