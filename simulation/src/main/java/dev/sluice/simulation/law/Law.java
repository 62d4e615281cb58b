package dev.sluice.simulation.law;

import java.util.List;

/** Something that holds after every run, whatever went wrong in it. */
public interface Law {

    /** What holds. */
    String sentence();

    /** Where it does not, a sentence each. */
    List<String> broken(Run run);
}
