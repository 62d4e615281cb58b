package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Metrics;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an environment costs, in examples. */
class CostTest {

    private static final long MILLION = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void everyPartOfEveryPresetCostsSomething(Preset preset) {
        var bill = Usage.of(preset(preset), Inputs.USUAL, MILLION);

        assertThat(bill.lines()).allSatisfy(line -> assertThat(line.quantity()).isPositive());
        for (var when : Line.When.values()) {
            assertThat(bill.of(when).dollars()).as(when.toString()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPriceOfABillIsInTheCatalogue(Preset preset) {
        assertThat(Usage.of(preset(preset), Inputs.USUAL, MILLION).lines())
                .extracting(Line::price)
                .isSubsetOf(Prices.ALL);
    }

    @Test
    void aMillionPaymentsWriteTwentySixMillionUnitsAndAFewForAlerts() {
        // 22 to store, 2 of the index, 2 of the assessment; two thousandths of 4 for alerts.
        assertThat(Usage.of(preset(Preset.PROD), Inputs.USUAL, MILLION).quantity(Prices.WRITE))
                .isEqualByComparingTo("26008000");
    }

    @Test
    void productionKeepsTheValidatorWarmTheWholeMonth() {
        // 10 × 0.5 GB × 730 × 3,600 s at 0.0000033334.
        assertThat(Usage.of(preset(Preset.PROD), Inputs.USUAL, 0).lines())
                .filteredOn(line -> line.price().equals(Prices.WARM_ARM))
                .singleElement()
                .satisfies(line -> assertThat(line.dollars()).isEqualByComparingTo("43.800876"));
    }

    @Test
    void nothingIsKeptWarmInDevelopment() {
        assertThat(Usage.of(preset(Preset.DEV), Inputs.USUAL, 0).lines())
                .extracting(Line::price)
                .doesNotContain(Prices.WARM_ARM, Prices.WARM_X86);
    }

    @Test
    void anotherProcessorHasItsOwnPrices() {
        var settings = settings(Preset.PROD, """
                {"settings": {"architecture": "x86_64"}}""");

        assertThat(Usage.of(settings, Inputs.USUAL, MILLION).lines())
                .extracting(Line::price)
                .contains(Prices.WARM_X86, Prices.RUNNING_X86, Prices.RUNNING_WARM_X86)
                .doesNotContain(Prices.WARM_ARM, Prices.RUNNING_ARM, Prices.RUNNING_WARM_ARM);
    }

    @Test
    void memorySourcesAndRetentionArePaidFor() {
        var less = Usage.of(preset(Preset.STAGING), Inputs.USUAL, MILLION);
        var more = Usage.of(settings(Preset.STAGING, """
                {"settings": {
                    "function.processor.memory": 1536,
                    "sources": {"one": {}, "two": {}},
                    "log_retention_days": 60}}"""), Inputs.USUAL, MILLION);

        for (var price : List.of(Prices.RUNNING_ARM, Prices.SECRET, Prices.SECRET_REQUEST, Prices.LOG_STORAGE)) {
            assertThat(more.quantity(price)).as(price.what()).isGreaterThan(less.quantity(price));
        }
    }

    @Test
    void anAccessLogIsPaidForWhereThereIsOne() {
        assertThat(Usage.of(preset(Preset.STAGING), Inputs.USUAL, MILLION).quantity(Prices.LOG_INTAKE))
                .isGreaterThan(
                        Usage.of(preset(Preset.DEV), Inputs.USUAL, MILLION).quantity(Prices.LOG_INTAKE));
    }

    @Test
    void aQueueThatIsNotReadIsNotAskedAnything() {
        var held = settings(Preset.DEV, """
                {"settings": {"event_sources_enabled": false}}""");

        assertThat(Usage.of(held, Inputs.USUAL, 0).quantity(Prices.QUEUE_REQUEST))
                .isZero();
    }

    @Test
    void everyMetricThatTheBlueprintNamesIsCountedBySomeFunction() {
        var named = Arrays.stream(Metrics.class.getFields())
                .filter(field -> field.getType().equals(String.class))
                .map(CostTest::text);

        assertThat(Counted.BY_FUNCTION.values().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrderElementsOf(named.toList());
        assertThat(Counted.BY_FUNCTION.keySet()).containsExactlyInAnyOrderElementsOf(Options.FUNCTIONS);
    }

    @Test
    void whatIsNoAmountOfAnythingIsRefused() {
        var price = Prices.API_REQUEST;

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Price("API", "three", "request", new BigDecimal("3"), BigDecimal.ONE, "https://…"))
                .withMessage("three: a price is for a power of ten, not for 3");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Price("API", "gift", "request", BigDecimal.ONE, new BigDecimal("-1"), "https://…"))
                .withMessage("gift: a price is 0 at least, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line(Line.When.ALWAYS, "less", "", new BigDecimal("-1"), price))
                .withMessage("less: nothing is used less than not at all: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.of(preset(Preset.DEV), Inputs.USUAL, -1))
                .withMessage("a month has 0 transactions at least, not -1");
    }

    private static Settings preset(Preset preset) {
        return settings(preset, "{}");
    }

    private static Settings settings(Preset preset, String context) {
        try {
            return Settings.of(Map.of(Settings.SUFFIX_VARIABLE, preset.word()), new ObjectMapper().readTree(context));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the constants are public", e);
        }
    }
}
