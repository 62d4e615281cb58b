package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A contender that is not what it should be ends the benchmark, and says why. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class StartedTest {

    private static final Event EVENT = new Event("{}", "mark1");

    @TempDir
    private Path work;

    private FakeAws aws;

    @BeforeEach
    void open() throws IOException {
        aws = FakeAws.start("{}");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void helloWorldAnswersThroughTheClientOfAwsAndIsGoneAfterwards() throws Exception {
        var hello = Contenders.hello(work.resolve("hello")).deployed(ManagedRuntime.in(work));
        long pid;
        try (var started = Started.start(hello, aws, work)) {
            var first = started.invoke(EVENT, started.meter(ProcessFigures::cpuMicros));
            assertThat(first.reading()).isPositive();
            assertThat(started.firstAskedAt())
                    .isGreaterThan(started.startedAt())
                    .isLessThan(first.answeredAt());
            assertThat(started.invoke(EVENT, () -> 0).answered()).isTrue();
            pid = started.pid();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void oneThatDoesNotAskAwsIsRefused() throws Exception {
        var hello = Contenders.hello(work.resolve("hello")).deployed(ManagedRuntime.in(work));
        var idle = new Contender("idle", hello.folder(), hello.command(), hello.environment(), Job.VALIDATE);
        try (var started = Started.start(idle, aws, work)) {
            assertThatThrownBy(() -> started.invoke(EVENT, () -> 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("idle", "\"statusCode\":202", "has asked for {}");
        }
    }

    @Test
    void oneThatEndsIsToldWithWhatItPrinted() throws Exception {
        var gone = new Contender("gone", work, List.of("/bin/sh", "-c", "echo no such thing"), Map.of(), Job.HELLO);
        try (var started = Started.start(gone, aws, work)) {
            assertThatThrownBy(() -> started.invoke(EVENT, () -> 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("gone", "has ended by itself", "no such thing");
        }
        try (var left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }
}
