package dev.sluice.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.Testing;
import org.junit.jupiter.api.Test;

class PlaceholderTest {

    @Test
    void aStackIsSynthesized() {
        assertThat(Testing.synth(Main.placeholder(Testing.app()))).contains("sluice-placeholder");
    }
}
