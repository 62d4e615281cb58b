package dev.sluice.benchmarks.comparison;

import dev.sluice.benchmarks.figures.Ratio;

/** One ratio of a command: as it is stored, as it is now, or both. */
public sealed interface Compared {

    /** What it is the ratio of. */
    String name();

    /** Nothing is stored to compare it with, or the other way was better when it was. */
    record New(Ratio now) implements Compared {
        @Override
        public String name() {
            return now.name();
        }
    }

    /** It is stored, and this run has not measured it. */
    record Gone(Ratio stored) implements Compared {
        @Override
        public String name() {
            return stored.name();
        }
    }

    /** Both are there, and agree on which way is better. */
    record Both(Ratio stored, Ratio now) implements Compared {

        public Both {
            if (!areOfOneKind(stored, now)) {
                throw new IllegalArgumentException("not two of one ratio: " + stored + ", " + now);
            }
        }

        static boolean areOfOneKind(Ratio stored, Ratio now) {
            return stored.name().equals(now.name()) && stored.lowerIsBetter() == now.lowerIsBetter();
        }

        @Override
        public String name() {
            return now.name();
        }

        /** How many times what is stored it is, less 1: over 0 where the figure grew, whichever way is better. */
        public double change() {
            return now.value() / stored.value() - 1;
        }

        /** Whether it moved further than the rounds of either run lie apart, and which way. */
        public Movement movement() {
            if (timesWorse() - 1 > spread()) {
                return Movement.WORSE;
            }
            return 1 / timesWorse() - 1 > spread() ? Movement.BETTER : Movement.AS_BEFORE;
        }

        /**
         * Whether it is worse by more than that, and by more than the rounds of either run lie apart.
         *
         * @param part of what is stored, such as 0.1
         */
        public boolean isWorseBeyond(double part) {
            return timesWorse() - 1 > Math.max(part, spread());
        }

        /** By division either way, so that who is stored and who is now can be exchanged. */
        private double timesWorse() {
            return now.lowerIsBetter() ? now.value() / stored.value() : stored.value() / now.value();
        }

        private double spread() {
            return Math.max(stored.spread(), now.spread());
        }
    }
}
