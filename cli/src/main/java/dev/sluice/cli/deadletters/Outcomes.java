package dev.sluice.cli.deadletters;

import dev.sluice.cli.replay.Meter;
import dev.sluice.local.redriving.Listener;
import dev.sluice.local.redriving.Redriven;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers what becomes of letters while a meter shows how far it is. */
public final class Outcomes implements Listener {

    private final Meter meter;
    private final Map<Long, Redriven> letters = new LinkedHashMap<>();

    public Outcomes(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void became(Redriven letter) {
        letters.put(letter.number(), letter);
    }

    @Override
    public void reached(Phase phase, long done, long of) {
        meter.shows(phase.name().toLowerCase(Locale.ROOT), done, of);
    }

    /** The latest of each letter, in the order they were asked for. */
    public List<Redriven> inOrder() {
        return List.copyOf(letters.values());
    }
}
