package dev.sluice.cli;

import dev.sluice.cli.replay.Meter;
import java.io.IOException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, one for each task. */
final class TerminalMeter implements Meter {

    private @Nullable ProgressBar bar;
    private String task = "";

    /** A bar where somebody can see it, silence elsewhere. */
    static Meter onStandardError() {
        return isTerminal() ? new TerminalMeter() : Meter.SILENT;
    }

    @Override
    public synchronized void shows(String nextTask, long done, long of) {
        if (bar == null || !nextTask.equals(task)) {
            close();
            bar = new ProgressBarBuilder()
                    .setTaskName(nextTask)
                    .setInitialMax(of)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
            task = nextTask;
        }
        // The number of lines is a guess at the number of rows.
        bar.maxHint(Math.max(done, of)).stepTo(done);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.maxHint(bar.getCurrent());
            bar.close();
            bar = null;
        }
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
