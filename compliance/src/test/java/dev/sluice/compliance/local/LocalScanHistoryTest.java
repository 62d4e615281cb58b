package dev.sluice.compliance.local;

import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.compliance.port.ScanHistoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LocalScanHistoryTest extends ScanHistoryContract {

    @TempDir
    private Path folder;

    @Override
    protected ScanHistory history() {
        return new LocalFindings(folder);
    }
}
