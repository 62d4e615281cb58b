package dev.sluice.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String WHOLE = "HTTP/1.1 202 Accepted\r\nDate: today\r\nContent-length: 4\r\n\r\nbody";

    @Test
    void anAnswerHasAStatusOnceItIsWhole() {
        assertThat(Answer.statusWhenWhole(received(WHOLE))).hasValue(202);
        for (var length = 0; length < WHOLE.length(); length++) {
            assertThat(Answer.statusWhenWhole(received(WHOLE.substring(0, length))))
                    .isEmpty();
        }
    }

    @Test
    void anAnswerOfUnknownLengthIsNoneOfTheFront() {
        assertThatThrownBy(() -> Answer.statusWhenWhole(received("HTTP/1.1 200 OK\r\n\r\n")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ByteBuffer received(String text) {
        return ByteBuffer.allocate(1_024).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
