package dev.sluice.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a chart. */
class BarsProperties {

    private static final Pattern RIGHT = Pattern.compile("x2=\"([0-9.]+)\"");
    private static final Pattern LENGTH = Pattern.compile("class=\"bar\" x=\"16\" y=\"\\d+\" width=\"([0-9.]+)\"");

    @Property(tries = 200)
    void a_chart_is_xml_whatever_its_words_are(@ForAll("words") String title, @ForAll("words") String label)
            throws Exception {
        var svg = new Bars(title, label, List.of(new Bar(label, new Series(List.of(1.0))))).svg();

        var document = Svg.read(svg);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(title);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Property(tries = 200)
    void nothing_is_drawn_outside(@ForAll("series") List<Series> figures) {
        var svg = bars(figures).svg();

        assertThat(RIGHT.matcher(svg).results())
                .allSatisfy(
                        right -> assertThat(Double.parseDouble(right.group(1))).isBetween(0.0, 760.0 - 190));
    }

    @Property(tries = 200)
    void a_bar_is_as_long_as_its_median_beside_the_others(@ForAll("series") List<Series> figures) {
        var lengths = LENGTH.matcher(bars(figures).svg())
                .results()
                .map(length -> Double.parseDouble(length.group(1)))
                .toList();

        assertThat(lengths).hasSameSizeAs(figures);
        for (var i = 1; i < figures.size(); i++) {
            if (figures.get(i).median() > figures.get(i - 1).median()) {
                assertThat(lengths.get(i)).isGreaterThanOrEqualTo(lengths.get(i - 1));
            }
        }
    }

    private static Bars bars(List<Series> figures) {
        return new Bars(
                "title",
                "ms",
                figures.stream().map(series -> new Bar("a", series)).toList());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange(' ', '~').withChars('ö', '–').ofMaxLength(30);
    }

    @Provide
    Arbitrary<List<Series>> series() {
        return Arbitraries.doubles()
                .between(0, 100_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(Series::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
