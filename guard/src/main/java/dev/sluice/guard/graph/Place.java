package dev.sluice.guard.graph;

/**
 * Where something is written.
 *
 * @param file the file, as it was named to the guard
 * @param line the line its block begins in, from 1; 0 where a source has no lines that mean something, as a plan
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
