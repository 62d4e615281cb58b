package dev.sluice.peers.checks;

import static dev.sluice.peers.checks.Webhooks.forged;
import static dev.sluice.peers.checks.Webhooks.signed;
import static dev.sluice.peers.checks.Webhooks.signedBinary;
import static dev.sluice.peers.checks.Webhooks.transaction;
import static dev.sluice.peers.checks.Webhooks.transactionWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each peer does the job: what answers wrongly is fast for nothing. */
class PeersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain-sdk", "spring-cloud-function", "quarkus"})
    void publishes_what_is_authentic_and_a_transaction_and_refuses_the_rest(String name) throws Exception {
        try (var peer = RunningPeer.start(name, folder.resolve("printed.txt"))) {
            var now = Instant.now();

            assertThat(peer.invoke(signed(transaction("tx-good"), now))).isEqualTo(202);
            assertThat(peer.invoke(signedBinary(transaction("tx-binary"), now))).isEqualTo(202);

            var softly = new SoftAssertions();
            softly.assertThat(peer.invoke(forged(transaction("tx-forged"), now)))
                    .as("forged")
                    .isEqualTo(401);
            softly.assertThat(peer.invoke(signed(transaction("tx-old"), now.minus(Duration.ofMinutes(6)))))
                    .as("replayed")
                    .isEqualTo(401);
            softly.assertThat(peer.invoke(signed("{", now))).as("malformed").isEqualTo(400);
            softly.assertThat(peer.invoke(signed(transactionWith("tx-1", "a space"), now)))
                    .as("id")
                    .isEqualTo(400);
            softly.assertThat(peer.invoke(signed(transactionWith("payment", "gift"), now)))
                    .as("type")
                    .isEqualTo(400);
            softly.assertThat(peer.invoke(signed(transactionWith("12.50", "12.505"), now)))
                    .as("decimal places")
                    .isEqualTo(400);
            softly.assertThat(peer.invoke(signed(transactionWith("GBP", "GBQ"), now)))
                    .as("currency")
                    .isEqualTo(400);
            softly.assertThat(peer.invoke(signed(transactionWith("2026-03-01T", "2999-03-01T"), now)))
                    .as("in the future")
                    .isEqualTo(400);
            softly.assertThat(peer.aws().published())
                    .as("published")
                    .satisfiesExactly(
                            good -> assertThat(good).contains("tx-good").contains("12.50"),
                            binary -> assertThat(binary).contains("tx-binary"));
            softly.assertThat(peer.aws().asked()).as("secrets asked for").hasSize(1);
            softly.assertAll();
        }
    }
}
