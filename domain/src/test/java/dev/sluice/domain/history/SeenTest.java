package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Merchant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenTest {

    @ParameterizedTest
    @ValueSource(strings = {"acme ltd", "ACME LTD", "Acme  Ltd", "Acme   ltd"})
    void aMerchantsBlanksAreEachOne(String name) {
        assertThat(Seen.merchant(new Merchant(name, Optional.of("5411"), Optional.of("GB"))))
                .isEqualTo("acme ltd");
    }
}
