package dev.sluice.guard.terraform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Turns files in Terraform's own language into its JSON notation, with every expression kept as it was written. */
public interface HclParser {

    /** What became of each file. */
    Map<Path, Parsed> parse(List<Path> files);

    /** What became of a file. */
    sealed interface Parsed {

        /** The same in JSON. */
        record Tree(String json) implements Parsed {}

        /**
         * It could not be read.
         *
         * @param line the line, from 1; 0 where it is not known
         * @param why a sentence's worth
         */
        record Failed(int line, String why) implements Parsed {}
    }
}
