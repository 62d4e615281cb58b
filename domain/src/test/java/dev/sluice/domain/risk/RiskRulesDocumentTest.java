package dev.sluice.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RiskRulesDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "risk-rules.md");

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, RiskRulesDocument.text());
        }
        assertThat(PAGE)
                .as("stale: write it anew with -Dsluice.docs.write=true")
                .content()
                .isEqualTo(RiskRulesDocument.text());
    }

    @Test
    void everyDefaultSaysWhy() {
        assertThat(RiskPolicy.settings())
                .filteredOn(setting -> setting.standard().isPresent())
                .allSatisfy(setting -> assertThat(setting.why()).isNotBlank());
    }

    @Test
    void everyRuleHasACodeOfItsOwn() {
        assertThat(RiskRules.ALL)
                .extracting(RiskRule::code)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z0-9]+(_[a-z0-9]+)*"));
    }

    @Test
    void everySettingIsNamedAfterItsRule() {
        assertThat(RiskRules.ALL).allSatisfy(rule -> {
            assertThat(rule.points().name()).isEqualTo(rule.code() + ".points");
            assertThat(rule.thresholds())
                    .allSatisfy(setting -> assertThat(setting.name()).startsWith(rule.code() + "."));
        });
    }
}
