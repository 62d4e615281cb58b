package dev.sluice.simulation.world;

import dev.sluice.domain.transaction.Identity;

/** One thing that is to happen in a run. */
public sealed interface Item {

    /** Stays the same whatever else is in the run. */
    String name();

    /** When, in milliseconds since the run began. */
    long at();

    /**
     * A sender sends, and again until it knows what became of it or has had enough.
     *
     * @param tries how often at most
     * @param patience how long it waits for an answer, in milliseconds
     */
    record Submits(String name, long at, Content content, int tries, long patience) implements Item {
        @Override
        public String toString() {
            return "sends to '" + content.identity().source() + "' " + content.body();
        }
    }

    /** Somebody else publishes what no function can read. */
    record PoisonsTopic(String name, long at) implements Item {
        @Override
        public String toString() {
            return "somebody publishes a message that does not read";
        }
    }

    /** Somebody else puts into the queue what no function can read. */
    record PoisonsQueue(String name, long at) implements Item {
        @Override
        public String toString() {
            return "somebody queues a message that does not read";
        }
    }

    /** The history of one transaction can never be read. */
    record BreaksHistory(String name, Identity identity) implements Item {
        @Override
        public long at() {
            return 0;
        }

        @Override
        public String toString() {
            return "the history for " + identity.source() + "/" + identity.id() + " cannot be read, ever";
        }
    }

    /** A port answers nothing for so long. */
    record GoesDown(String name, long at, String port, long millis) implements Item {
        @Override
        public String toString() {
            return port + " is down for " + millis / 1000 + " s";
        }
    }

    /** The process is killed. */
    record Kills(String name, long at) implements Item {
        @Override
        public String toString() {
            return "the process is killed";
        }
    }

    /** The machine's clock is set forwards, or backwards where negative. */
    record StepsClock(String name, long at, long millis) implements Item {
        @Override
        public String toString() {
            return "the clock steps by " + millis / 1000.0 + " s";
        }
    }

    /** An operator redrives what is dead. */
    record Redrives(String name, long at) implements Item {
        @Override
        public String toString() {
            return "an operator redrives all dead letters";
        }
    }
}
