package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir
    private Path folder;

    private ProgressFile open(boolean resume, Instant now) throws IOException {
        return ProgressFile.open(folder.resolve("progress"), resume, now);
    }

    @Test
    void whatWasAcceptedIsRememberedAcrossAnInterruption() throws IOException {
        try (var progress = open(true, FIRST)) {
            assertThat(progress.resumed()).isFalse();
            progress.accepted(7, LATER);
        }
        try (var progress = open(true, LATER)) {
            assertThat(progress.resumed()).isTrue();
            assertThat(progress.startedAt()).isEqualTo(FIRST);
            assertThat(progress.receivedAt(7)).contains(LATER);
            assertThat(progress.receivedAt(8)).isEmpty();
        }
    }

    @Test
    void aLineThatWasCutOffCountsForNothingAndSpoilsNothing() throws IOException {
        try (var progress = open(true, FIRST)) {
            progress.accepted(7, LATER);
        }
        Files.writeString(folder.resolve("progress"), "8 2026-01-0", StandardOpenOption.APPEND);
        try (var progress = open(true, LATER)) {
            assertThat(progress.receivedAt(8)).isEmpty();
            progress.accepted(9, FIRST);
        }
        try (var progress = open(true, LATER)) {
            assertThat(progress.receivedAt(7)).contains(LATER);
            assertThat(progress.receivedAt(9)).contains(FIRST);
        }
    }

    @Test
    void aFileThatIsNoneOfOursIsBegunAnew() throws IOException {
        Files.writeString(folder.resolve("progress"), "something\nelse\n");
        try (var progress = open(true, FIRST)) {
            assertThat(progress.resumed()).isFalse();
        }
    }

    @Test
    void itIsForgottenWhereNobodyWantsToResumeOrNothingIsLeftToDo() throws IOException {
        try (var progress = open(true, FIRST)) {
            progress.accepted(7, LATER);
        }
        try (var progress = open(false, LATER)) {
            assertThat(progress.receivedAt(7)).isEmpty();
            assertThat(progress.startedAt()).isEqualTo(LATER);
            progress.complete();
        }
        assertThat(folder.resolve("progress")).doesNotExist();
    }

    @Test
    void twoReplaysOfOneFileDoNotRunAtATime() throws IOException {
        try (var first = open(true, FIRST)) {
            assertThat(first.resumed()).isFalse();
            assertThatThrownBy(() -> open(true, LATER)).hasMessage("another replay of this file is running");
        }
    }
}
