package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.ScanLease;
import java.time.Instant;

/** Keeps one item, which says who scans and until when. */
final class DynamoDbScanLease implements ScanLease {

    private static final String SCAN = "scan";

    private final Claims claims;

    DynamoDbScanLease(Claims claims) {
        this.claims = claims;
    }

    @Override
    public boolean take(String scan, Instant now, Instant until) {
        return claims.take(FindingsTable.LEASE, SCAN, scan, now, until);
    }

    @Override
    public void release(String scan, Instant now) {
        claims.release(FindingsTable.LEASE, SCAN, scan, now);
    }
}
