package dev.sluice.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/team/somebody, user somebody",
        "arn:aws:sts::123456789012:assumed-role/deployer/me@example.org, role deployer",
        "arn:aws-cn:sts::123456789012:federated-user/guest, federated user guest",
        "arn:aws:iam::123456789012:root, the root user",
        "arn:aws:iam::123456789012:something/else, an identity of another kind",
        "nonsense, an identity of another kind",
    })
    void whoAsksIsToldWithoutTheNumberOrTheSession(String arn, String identity) {
        assertThat(Caller.of("123456789012", arn)).isEqualTo(new Caller("9012", identity));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "'', ''"})
    void aNumberThatIsNoneIsNotCut(String number, String shown) {
        assertThat(Caller.of(number, "nonsense").account()).isEqualTo(shown);
    }
}
