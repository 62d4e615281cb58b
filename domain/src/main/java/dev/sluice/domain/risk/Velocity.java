package dev.sluice.domain.risk;

import java.util.Optional;

/** How many transactions there are in a window, held against how many are usual. */
final class Velocity {

    private Velocity() {}

    /**
     * Says that there are more than usual, where there are.
     *
     * @param within the window in words, as in {@code an hour}
     */
    static Optional<String> above(long count, long usual, String within) {
        if (count <= usual) {
            return Optional.empty();
        }
        var are = usual == 1 ? " is" : " are";
        return Optional.of(Figures.counted(count, "transaction") + " within " + within + "; " + Figures.number(usual)
                + are + " usual at most");
    }
}
