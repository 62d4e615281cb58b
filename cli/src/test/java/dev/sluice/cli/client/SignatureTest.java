package dev.sluice.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** The example that the specification's own libraries are tested with. */
    @Test
    void signsThePublishedExampleAsPublished() {
        var signature = new Signature("whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signed = signature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqr", "whsec_", "whsec_not base64!"})
    void refusesWhatIsNoSecretWithoutRepeatingIt(String secret) {
        assertThatThrownBy(() -> new Signature(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("not base64!")
                .hasMessageNotContaining("MfKQ9r8GKYqr");
    }
}
