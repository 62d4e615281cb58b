package dev.sluice.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A card file in the columns of the shipped sample, with as many rows as a test needs, and what they add up to. */
record CardFile(Path path, int rows, long netPence) {

    private static final String HEADER = "TRANS DATE,TRANS VAT DESC,ORIGINAL GROSS AMT,ORIGINAL CUR,BILLING GROSS AMT,"
            + "BILLING CUR CODE,MERCHANT NAME,CARD NUMBER,TRANS CAC CODE 1,TRANS CAC DESC 1,TRANS CAC CODE 2,"
            + "TRANS CAC DESC 2,TRANS CAC CODE 3,Directorate";

    static CardFile write(Path path, int rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        var net = 0L;
        for (var i = 0; i < rows; i++) {
            // Every tenth row is a credit, every seventh repeats the one before it exactly.
            var n = i % 7 == 6 ? i - 1 : i;
            var pence = (n % 10 == 9 ? -1 : 1) * (100L + (n * 37L) % 9_000);
            net += pence;
            var pounds = (pence < 0 ? "-" : "") + Math.abs(pence) / 100 + "." + "%02d".formatted(Math.abs(pence) % 100);
            lines.add("2017-05-%02d,VR,%s,GBP,%s,GBP,merchant %d,************%04d,K1,Desc,R1,Place,A1,People"
                    .formatted(1 + n % 28, pounds, pounds, n % 50, n % 40));
        }
        Files.write(path, lines);
        return new CardFile(path, rows, net);
    }

    String netPounds() {
        return netPence / 100 + "." + "%02d".formatted(netPence % 100);
    }
}
