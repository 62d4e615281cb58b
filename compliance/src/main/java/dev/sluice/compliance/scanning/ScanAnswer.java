package dev.sluice.compliance.scanning;

import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.report.Verdict;
import dev.sluice.compliance.telling.Telling;
import dev.sluice.guard.rule.Severity;
import dev.sluice.handlers.codec.JsonText;

/** What who called the scanner is told. */
sealed interface ScanAnswer {

    /** As JSON in UTF-8. */
    byte[] json();

    /** Another scan has the lease, and this one ended without looking. */
    record Busy() implements ScanAnswer {

        static final String SAID = "another scan is being made";

        @Override
        public byte[] json() {
            return JsonText.bytes(128, json -> json.writeStringField("outcome", SAID));
        }
    }

    /** A scan was made. */
    record Scanned(ScanSummary summary, Telling.Told told) implements ScanAnswer {

        @Override
        public byte[] json() {
            return JsonText.bytes(512, json -> {
                json.writeStringField("outcome", "scanned");
                json.writeStringField("at", summary.at().toString());
                json.writeStringField("verdict", Verdict.of(summary));
                json.writeNumberField("errors", summary.open(Severity.ERROR));
                json.writeNumberField("warnings", summary.open(Severity.WARNING));
                json.writeNumberField("notes", summary.open(Severity.NOTE));
                json.writeNumberField("new", summary.fresh());
                json.writeNumberField("returned", summary.returned());
                json.writeNumberField("resolved", summary.resolved());
                json.writeNumberField("cannotTell", summary.cannotTell());
                json.writeNumberField("notRead", summary.notRead());
                json.writeNumberField("suppressed", summary.suppressed());
                json.writeNumberField("resources", summary.resources());
                json.writeNumberField("told", told.published());
                json.writeNumberField("waiting", told.waiting());
            });
        }
    }
}
