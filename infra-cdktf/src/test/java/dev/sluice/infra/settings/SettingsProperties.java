package dev.sluice.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any settings. */
class SettingsProperties {

    @Provide
    static Arbitrary<Settings> anySettings() {
        return AnySettings.valid();
    }

    @Provide
    static Arbitrary<JsonNode> anything() {
        var texts = Arbitraries.strings().ofMaxLength(80).map(t -> (Object) t);
        var numbers = Arbitraries.oneOf(
                Arbitraries.longs().map(n -> (Object) n), Arbitraries.doubles().map(n -> (Object) n));
        var simple =
                Arbitraries.oneOf(texts, numbers, Arbitraries.of(true, false).map(b -> (Object) b));
        return Arbitraries.oneOf(
                        simple,
                        simple.list().ofMaxSize(4).map(l -> (Object) l),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(10), simple)
                                .ofMaxSize(4)
                                .map(m -> (Object) m))
                .map(value -> new ObjectMapper().valueToTree(value));
    }

    @Provide
    static Arbitrary<Option<?>> anyOption() {
        return Arbitraries.of(Options.ALL);
    }

    /** Bad settings stop with one message that names the setting; nothing else is ever thrown. */
    @Property
    void whateverIsWrittenIsTakenOrRefusedByName(
            @ForAll("anyOption") Option<?> option, @ForAll("anything") JsonNode value) {
        try {
            Settings.of(Map.of(), AnySettings.context(Map.of(option.name(), value)));
        } catch (Unusable unusable) {
            assertThat(unusable.getMessage()).containsAnyOf(option.name(), "reserved_concurrency", "the tag ");
        }
    }

    @Property
    void whatIsReservedNeverLeavesTheAccountLessThanAHundred(@ForAll("anySettings") Settings settings) {
        var reserved = Options.FUNCTIONS.stream()
                .map(settings::reserved)
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(reserved == 0 || settings.get(Options.ACCOUNT_CONCURRENCY) - reserved >= 100)
                .isTrue();
    }

    /** Of both stacks: they share the account's quota. */
    @Property
    void aSumIsRefusedExactlyWhenItLeavesLess(
            @ForAll @IntRange(min = 10, max = 400) int quota, @ForAll @IntRange(min = 5, max = 80) int each) {
        var json = new ObjectMapper().createObjectNode();
        var settings = json.putObject("settings").put("account_concurrency", quota);
        for (var function : Options.FUNCTIONS) {
            settings.put("function." + function.name() + ".reserved_concurrency", each);
        }
        var sum = each * Options.FUNCTIONS.size();
        if (sum <= quota - 100) {
            assertThat(Settings.of(Map.of(), json)).isNotNull();
        } else {
            assertThatThrownBy(() -> Settings.of(Map.of(), json))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining(" = " + sum + ", but account_concurrency " + quota + " - 100");
        }
    }

    @Property
    void tagsAlwaysHoldTheFour(@ForAll("anySettings") Settings settings) {
        assertThat(settings.tags())
                .containsEntry("Environment", settings.suffix())
                .containsEntry("Project", "sluice")
                .containsEntry("ManagedBy", "cdktf")
                .containsKey("CostCenter");
    }

    @Property(tries = 1)
    void everyDefaultKeepsItsOwnRule() {
        for (var option : Options.ALL) {
            for (var preset : Preset.values()) {
                keepsItsRule(option, preset);
            }
        }
    }

    private static <T> void keepsItsRule(Option<T> option, Preset preset) {
        var value = option.defaultIn(preset);
        if (value.equals(Optional.empty())
                && !option.form().writing().apply(value).contains("none\"")) {
            return;
        }
        try {
            var written = new ObjectMapper().readTree(option.form().writing().apply(value));
            assertThat(option.form().reading().apply(written)).as(option.name()).contains(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(option.name() + " is not written as JSON", e);
        }
    }
}
