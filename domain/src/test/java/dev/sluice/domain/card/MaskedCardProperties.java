package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of masked cards. */
class MaskedCardProperties {

    @Property
    void a_masked_card_is_never_found(@ForAll("bins") String bin, @ForAll("lastFour") String last4) {
        assertThat(CardNumberScan.finds(MaskedCard.of(Optional.of(bin), last4))).isFalse();
        assertThat(CardNumberScan.finds(MaskedCard.of(Optional.empty(), last4))).isFalse();
    }

    @Property
    void a_masked_card_begins_with_the_bin_ends_with_the_last_four_and_hides_at_least_four(
            @ForAll("bins") String bin, @ForAll("lastFour") String last4) {
        assertThat(MaskedCard.of(Optional.of(bin), last4))
                .startsWith(bin.substring(0, 6))
                .contains("****")
                .endsWith(last4);
    }

    @Provide
    Arbitrary<String> bins() {
        return CardNumberArbitraries.bins();
    }

    @Provide
    Arbitrary<String> lastFour() {
        return CardNumberArbitraries.lastFour();
    }
}
