package dev.sluice.simulation;

import dev.sluice.simulation.campaign.Trial;
import dev.sluice.simulation.world.Parts;
import dev.sluice.simulation.world.Plan;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/** A line a seed that stands for its whole trace, so that another process can say whether it ran the same. */
final class TraceDigests {

    private TraceDigests() {}

    public static void main(String[] arguments) {
        of(Long.parseLong(arguments[0]), Long.parseLong(arguments[1])).forEach(System.out::println);
    }

    static List<String> of(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seed -> seed + " " + digest(trace(seed)))
                .toList();
    }

    static List<String> trace(long seed) {
        return Trial.of(Plan.of(seed), Parts.REAL, fault -> true, true).trace();
    }

    private static String digest(List<String> trace) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", trace).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
