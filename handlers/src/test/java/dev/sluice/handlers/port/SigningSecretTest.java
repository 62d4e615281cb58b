package dev.sluice.handlers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    private static final String WRITTEN = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);

    @Test
    void aSecretReadsAsStandardWebhooksWritesIt() {
        var secret = SigningSecret.parse(WRITTEN, Optional.empty());

        assertThat(secret.key()).hasSize(24);
        assertThat(secret).isEqualTo(SigningSecret.parse(WRITTEN, Optional.empty()));
        assertThat(secret).hasSameHashCodeAs(SigningSecret.parse(WRITTEN, Optional.empty()));
        assertThat(secret).isNotEqualTo(SigningSecret.parse(WRITTEN, Optional.of(Instant.EPOCH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "whsec_", "whsec_!!!!", "whsec_QUJDREVGRw=="})
    void whatIsNoSecretIsRefusedAndNotRepeated(String written) {
        assertThatThrownBy(() -> SigningSecret.parse(written, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("QUJD");
    }

    @Test
    void aSecretIsSafeToLog() {
        assertThat(SigningSecret.parse(WRITTEN, Optional.empty()).toString()).doesNotContain("AAAA");
    }
}
