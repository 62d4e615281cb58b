package dev.sluice.infra.alarm;

import java.util.List;

/** What an alarm looks at. */
public sealed interface Watched {

    /** One metric as it is. */
    record One(Metric metric) implements Watched {}

    /**
     * How much of a whole a part is, in percent, by metric math; 0 while the whole is less than {@code least}.
     *
     * @param whole what is added up to the whole
     */
    record Share(Metric part, List<Metric> whole, int least) implements Watched {
        public Share {
            whole = List.copyOf(whole);
            if (whole.isEmpty()) {
                throw new IllegalArgumentException("a part of nothing is no share: " + part);
            }
        }
    }
}
