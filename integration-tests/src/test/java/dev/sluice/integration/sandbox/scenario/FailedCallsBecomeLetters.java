package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.integration.sandbox.Sandbox;
import java.util.UUID;

/** Every function has somewhere to leave what it could not do. */
public final class FailedCallsBecomeLetters implements Scenario {

    @Override
    public String name() {
        return "failed calls become dead letters";
    }

    @Override
    public String shows() {
        return "An asynchronous call that no function can read is tried three times and becomes a letter with its reason,"
                + " each in its function's own queue.";
    }

    @Override
    public void run(Sandbox sandbox) {
        for (var function : Pipeline.BLUEPRINT.functions()) {
            var mark = "unreadable-" + UUID.randomUUID();
            var queue = function.asynchronous().deadLetters().name();
            sandbox.operator().later(function.name(), "[\"" + mark + "\"]");

            var letter = sandbox.await(
                    "a letter in " + queue,
                    () -> sandbox.operator().letters(queue).stream()
                            .filter(each -> each.body().contains(mark))
                            .findFirst());
            assertThat(letter.messageAttributes()).containsKeys("RequestID", "ErrorCode", "ErrorMessage");
            sandbox.operator().remove(queue, mark);
        }
    }
}
