package dev.sluice.integration.sandbox.alarm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What becomes of the samples of a period (AWS, "CloudWatch statistics definitions"). */
sealed interface Statistic {

    /** One number of at least one sample. */
    double of(List<Double> samples);

    /** The statistic of a name: {@code Sum}, {@code p99}. */
    static Statistic named(String name) {
        return switch (name) {
            case "Sum" -> Simple.SUM;
            case "Average" -> Simple.AVERAGE;
            case "Minimum" -> Simple.MINIMUM;
            case "Maximum" -> Simple.MAXIMUM;
            case "SampleCount" -> Simple.SAMPLE_COUNT;
            default -> {
                if (!name.matches("p\\d{1,3}(\\.\\d+)?")) {
                    throw new IllegalArgumentException(name + " is no statistic that is known here");
                }
                yield new Percentile(new BigDecimal(name.substring(1)));
            }
        };
    }

    /** Those that need nothing told. */
    enum Simple implements Statistic {
        SUM,
        AVERAGE,
        MINIMUM,
        MAXIMUM,
        SAMPLE_COUNT;

        @Override
        public double of(List<Double> samples) {
            var all = samples.stream().mapToDouble(Double::doubleValue);
            return switch (this) {
                case SUM -> all.sum();
                case AVERAGE -> all.average().orElseThrow();
                case MINIMUM -> all.min().orElseThrow();
                case MAXIMUM -> all.max().orElseThrow();
                case SAMPLE_COUNT -> samples.size();
            };
        }
    }

    /**
     * The sample that so many of a hundred do not exceed, by the nearest rank. CloudWatch may interpolate between two
     * samples; which of them it is makes no difference to what is far from a threshold.
     *
     * @param percent above 0, at most 100
     */
    record Percentile(BigDecimal percent) implements Statistic {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
        private static final BigDecimal HALF = BigDecimal.valueOf(50);
        private static final BigDecimal SIGNIFICANT = BigDecimal.valueOf(1_000);

        public Percentile {
            if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percent);
            }
        }

        @Override
        public double of(List<Double> samples) {
            var rank = percent.multiply(BigDecimal.valueOf(samples.size()))
                    .divide(HUNDRED, 0, RoundingMode.CEILING)
                    .intValueExact();
            return samples.stream().sorted().toList().get(rank - 1);
        }

        /**
         * Whether there are too few samples to say anything (AWS, "Percentile-based alarms and low data samples"): fewer
         * than 10 / (1 - percentile), below the median fewer than 10 / percentile. For p99 that is 1,000.
         */
        boolean isLowOn(int samples) {
            var rest = percent.compareTo(HALF) < 0 ? percent : HUNDRED.subtract(percent);
            return rest.multiply(BigDecimal.valueOf(samples)).compareTo(SIGNIFICANT) < 0;
        }
    }
}
