package dev.sluice.benchmarks.stages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One stage of one transaction a call, of some that differ. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneTransaction {

    /** Few enough that a stage finds what it reads in the caches, as it does where the stage before has just made it. */
    private static final int CASES = 50;

    /** Each in a process of its own, so that what the compiler learns of one says nothing of another. */
    @Param
    Stage stage = Stage.FLOOR;

    private List<Case> cases = List.of();
    private int next;

    /** Makes the transactions. */
    @Setup
    public void cases() throws IOException {
        cases = Case.many(CASES, Path.of(System.getProperty("sluice.root", ".")));
    }

    /** Does it once. */
    @Benchmark
    public Object once() throws IOException {
        next = next + 1 == CASES ? 0 : next + 1;
        return stage.work().of(cases.get(next));
    }
}
