package dev.sluice.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the deployed names. */
class SettingsProperties {

    /** The longest name that SQS allows; other services allow at least as much. */
    private static final int LONGEST_NAME = 80;

    @Provide
    Arbitrary<String> suffixes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join("-", words));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(40);
    }

    @Property
    void aDeployedNameFitsEveryServiceAndTellsEnvironmentsApart(
            @ForAll("names") String name, @ForAll("suffixes") String one, @ForAll("suffixes") String other) {
        var deployed = settings(one).nameOf(name);
        assertThat(deployed).hasSizeLessThanOrEqualTo(LONGEST_NAME).endsWith("-" + one);
        assertThat(deployed.equals(settings(other).nameOf(name))).isEqualTo(one.equals(other));
    }

    private static Settings settings(String suffix) {
        return Settings.of(Map.of("ENVIRONMENT_SUFFIX", suffix));
    }
}
