package dev.sluice.simulation;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error where somebody can see it, nothing elsewhere. */
final class Progress implements LongConsumer, AutoCloseable {

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static Progress onStandardError(long seeds) {
        return new Progress(isTerminal() ? Optional.of(bar(seeds)) : Optional.empty());
    }

    private static ProgressBar bar(long seeds) {
        return new ProgressBarBuilder()
                .setTaskName("seeds")
                .setInitialMax(seeds)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
    }

    @Override
    public void accept(long done) {
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    /** Java knows only of a console for all streams at once; standard output may well go to a file. */
    private static boolean isTerminal() {
        try {
            var test = new ProcessBuilder("test", "-t", "2")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
