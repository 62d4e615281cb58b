package dev.sluice.peers.job;

import java.util.List;

/** The body of a 400 or a 401. */
public record Refused(String status, List<String> problems) {

    /** The answer that names each of them. */
    public static Refused because(List<String> problems) {
        return new Refused("refused", problems);
    }
}
