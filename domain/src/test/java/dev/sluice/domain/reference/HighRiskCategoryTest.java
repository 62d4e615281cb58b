package dev.sluice.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighRiskCategoryTest {

    @ParameterizedTest
    @CsvSource({
        "4829, money transfer",
        "6010, cash",
        "6011, cash",
        "6051, quasi-cash",
        "6540, stored value",
        "7995, gambling"
    })
    void a_code_of_high_risk_says_what_is_sold(String code, String sells) {
        assertThat(HighRiskCategory.of(code)).contains(new HighRiskCategory(code, sells));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5411", "799", "79955", "", "７９９５"})
    void any_other_is_none(String code) {
        assertThat(HighRiskCategory.of(code)).isEmpty();
    }

    @Test
    void every_code_is_a_merchant_category() {
        assertThat(HighRiskCategory.all())
                .hasSize(14)
                .allSatisfy(category ->
                        assertThat(MerchantCategory.of(category.code())).isPresent());
    }
}
