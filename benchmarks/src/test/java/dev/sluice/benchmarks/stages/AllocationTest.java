package dev.sluice.benchmarks.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is allocated is counted, not timed, so that it can be held against its budget on any machine. */
class AllocationTest {

    /** The compiler that leaves the most out of memory may not have come to a stage yet. */
    private static final int MARGIN = 2;

    private static final int WARM_UP = 20;

    private static List<Case> cases = List.of();

    @BeforeAll
    static void cases() throws IOException {
        cases = Case.many(100, Path.of(".."));
    }

    @ParameterizedTest
    @EnumSource
    void aStageAllocatesNoMoreThanItsBudgetAndAMargin(Stage stage) throws IOException {
        assertThat(Allocation.of(stage, cases, WARM_UP))
                .as(stage.words())
                .isPositive()
                .isLessThanOrEqualTo((long) MARGIN * stage.budget().bytes());
    }
}
