package dev.sluice.compliance.port;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Repair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal of repairs in memory, which also remembers every writing. */
public final class MemoryJournal implements RepairJournal {

    private record Key(FindingKey finding, Instant scan, Mode mode) {}

    private final Map<Key, Repair> records = new LinkedHashMap<>();
    private final List<Repair> written = new ArrayList<>();

    @Override
    public Optional<Repair> find(FindingKey finding, Instant scan, Mode mode) {
        return Optional.ofNullable(records.get(new Key(finding, scan, mode)));
    }

    @Override
    public void record(Repair repair) {
        records.put(new Key(repair.finding(), repair.scan(), repair.mode()), repair);
        written.add(repair);
    }

    @Override
    public void ended(Repair repair) {
        record(repair);
    }

    @Override
    public List<Repair> latest(int most) {
        return records.values().stream()
                .sorted(Comparator.comparing(Repair::scan).reversed())
                .limit(most)
                .toList();
    }

    /** Every record in the order it was written. */
    public List<Repair> written() {
        return List.copyOf(written);
    }
}
