package dev.sluice.cli.guard;

import java.util.Locale;

/** Whether a report is coloured. */
public enum Colour {
    /** Where it goes to a terminal that knows colours, as with every other command. */
    AUTO,
    ALWAYS,
    NEVER;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this means colours. */
    public boolean isOn(boolean terminal) {
        return switch (this) {
            case AUTO -> terminal;
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
