package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final Viewer viewer = new Viewer();

    private static Frame frame(String event, int number) {
        return Frame.of(event, json -> json.writeNumberField("n", number));
    }

    private static String text(List<Frame> frames) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var frame : frames) {
            frame.into(out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whoeverReadsSlowlyIsToldTheNewestOfEachEvent() throws Exception {
        viewer.tell(frame("sample", 1));
        viewer.tell(frame("latest", 2));
        viewer.tell(frame("sample", 3));

        assertThat(text(viewer.next(NOT_AT_ALL).orElseThrow()))
                .isEqualTo("event: sample\ndata: {\"n\":3}\n\nevent: latest\ndata: {\"n\":2}\n\n");
        assertThat(viewer.next(NOT_AT_ALL)).contains(List.of());
    }

    @Test
    void onceItIsOverNothingMoreIsTold() throws Exception {
        viewer.tell(frame("sample", 1));
        viewer.end();

        assertThat(viewer.next(NOT_AT_ALL)).isEmpty();
    }
}
