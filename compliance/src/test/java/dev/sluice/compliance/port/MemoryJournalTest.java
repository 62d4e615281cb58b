package dev.sluice.compliance.port;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The journal of repairs in memory")
class MemoryJournalTest extends RepairJournalContract {

    private final RepairJournal journal = new MemoryJournal();

    @Override
    protected RepairJournal journal() {
        return journal;
    }
}
