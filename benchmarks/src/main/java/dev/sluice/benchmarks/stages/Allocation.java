package dev.sluice.benchmarks.stages;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What a stage leaves to the garbage collector, counted by the JVM: the same in every run, unlike any time. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Bytes a transaction, over all of them, after so many rounds in which classes are loaded and code is compiled; what a
     * compiler keeps from being allocated counts as allocated until it has done so.
     */
    static long of(Stage stage, List<Case> cases, int warmUp) throws IOException {
        for (var round = 0; round < warmUp; round++) {
            all(stage, cases);
        }
        var before = THREADS.getCurrentThreadAllocatedBytes();
        var seen = all(stage, cases);
        var after = THREADS.getCurrentThreadAllocatedBytes();
        if (seen == 0) {
            throw new IllegalStateException("a stage gives something for each transaction");
        }
        return (after - before) / cases.size();
    }

    private static int all(Stage stage, List<Case> cases) throws IOException {
        var seen = 0;
        for (var one : cases) {
            // Whether it is null is enough to keep it: what is asked of it must not allocate.
            seen += stage.work().of(one) == null ? 0 : 1;
        }
        return seen;
    }
}
