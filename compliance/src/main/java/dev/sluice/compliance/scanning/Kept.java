package dev.sluice.compliance.scanning;

import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.RepairJournal;
import dev.sluice.compliance.port.ReportStore;
import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.compliance.port.ScanLease;

/**
 * Where a scan finds what was before it and leaves what it found.
 *
 * @param lease who may scan
 * @param findings every finding with its history
 * @param scans every scan in numbers
 * @param repairs what came of what was to be repaired
 * @param reports the report of every scan
 */
public record Kept(
        ScanLease lease, FindingStore findings, ScanHistory scans, RepairJournal repairs, ReportStore reports) {}
