package dev.sluice.infra;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compliance stack in each preset, synthesized once. */
final class Watch {

    private static final Map<String, Synthesized> STACKS = new ConcurrentHashMap<>();

    private Watch() {}

    static Synthesized in(String preset) {
        return STACKS.computeIfAbsent(preset, suffix -> Synthesized.ofCompliance(suffix, "{}"));
    }
}
