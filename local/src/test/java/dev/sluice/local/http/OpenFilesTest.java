package dev.sluice.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenFilesTest {

    private static final String HEAD = "Limit                     Soft Limit           Hard Limit           Units     ";

    @Test
    void theSoftLimitIsWhatHolds() {
        assertThat(OpenFiles.most(Stream.of(
                        HEAD,
                        "Max processes             63514                63514                processes ",
                        "Max open files            1024                 524288               files     ")))
                .isEqualTo(1_024);
    }

    @Test
    void whatSaysNothingIsNoLimit() {
        for (var line : new String[] {
            HEAD,
            "Max open files            unlimited            unlimited            files     ",
            "Max open files            1073741816999        1073741816999        files     ",
            "Max open files",
            "Max open files  "
        }) {
            assertThat(OpenFiles.most(Stream.of(line))).as(line).isEqualTo(Integer.MAX_VALUE);
        }
    }

    @Test
    void thisProcessHasALimitOrNone() {
        assertThat(OpenFiles.most()).isPositive();
    }
}
