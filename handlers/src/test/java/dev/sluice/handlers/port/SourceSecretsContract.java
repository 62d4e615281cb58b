package dev.sluice.handlers.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of secrets promises. */
public abstract class SourceSecretsContract {

    private static final String NEW = secret((byte) 1);
    private static final String OLD = secret((byte) 2);
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");

    /** The adapter under test. */
    protected abstract SourceSecrets secrets();

    /** A secret as an operator sets it. */
    public record Set(String written, Optional<Instant> endsAt) {}

    /** Sets the secrets of a source, newest first, the way an operator does. */
    protected abstract void set(String source, List<Set> secrets);

    @Test
    void aSourceWithoutSecretsHasNone() {
        set("other", List.of(new Set(NEW, Optional.empty())));
        assertThat(secrets().of("default")).isEmpty();
    }

    @Test
    void bothSecretsOfARotationAreThereNewestFirstWithTheOlderOnesEnd() {
        set("default", List.of(new Set(NEW, Optional.empty()), new Set(OLD, Optional.of(END))));
        assertThat(secrets().of("default"))
                .containsExactly(
                        SigningSecret.parse(NEW, Optional.empty()), SigningSecret.parse(OLD, Optional.of(END)));
    }

    @Test
    void aRotationIsSeen() {
        set("default", List.of(new Set(OLD, Optional.empty())));
        assertThat(secrets().of("default")).containsExactly(SigningSecret.parse(OLD, Optional.empty()));
        set("default", List.of(new Set(NEW, Optional.empty())));
        assertThat(secrets().of("default")).containsExactly(SigningSecret.parse(NEW, Optional.empty()));
    }

    private static String secret(byte fill) {
        var key = new byte[32];
        Arrays.fill(key, fill);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
