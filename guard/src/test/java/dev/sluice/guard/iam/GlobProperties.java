package dev.sluice.guard.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GlobProperties {

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', ':', '*', '?').ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', ':', 'A').ofMaxLength(9);
    }

    @Property
    void agreesWithRegularExpressionsOnKnownTexts(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(matches(pattern, text, Glob.Mode.TEXT))
                .isEqualTo(Told.of(regex(pattern).matcher(text).matches()));
    }

    @Property
    void doesNotLookAtCaseInActions(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(matches(pattern, text, Glob.Mode.ACTION))
                .isEqualTo(matches(pattern.toUpperCase(Locale.ROOT), text, Glob.Mode.ACTION))
                .isEqualTo(Told.of(
                        regex(pattern).matcher(text.toLowerCase(Locale.ROOT)).matches()));
    }

    @Property
    void takesAPatternWithoutStarsForItself(@ForAll("texts") String text, @ForAll("texts") String other) {
        assertThat(matches(text, other, Glob.Mode.EXACT)).isEqualTo(Told.of(text.equals(other)));
    }

    @Property
    void answersForArnsAsForTextsOrCannotTell(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        var whole = matches(pattern, text, Glob.Mode.TEXT);
        assertThat(matches(pattern, text, Glob.Mode.ARN))
                .isIn(whole == Told.YES ? new Told[] {Told.YES, Told.CANNOT_TELL} : new Told[] {whole});
    }

    /** The symbols' values are pieces of the text; hiding one must not turn an answer round. */
    @Property
    void neverTurnsAnAnswerRoundWhenAPartOfTheTextIsHidden(
            @ForAll("patterns") String pattern, @ForAll("texts") String text, @ForAll("texts") String hidden) {
        var known = matches(pattern, text + hidden + text, Glob.Mode.TEXT);
        var symbol = new Piece.Symbol(new Reference("aws_sqs_queue.q", "name"));
        var open = Glob.matches(
                Value.text(pattern),
                new Value.Text(List.of(new Piece.Literal(text), symbol, new Piece.Literal(text))),
                Glob.Mode.TEXT);
        assertThat(open).isIn(known, Told.CANNOT_TELL);
    }

    @Property
    void neverTurnsAnAnswerRoundWhenAPartOfBothIsHidden(
            @ForAll("patterns") String pattern,
            @ForAll("patterns") String more,
            @ForAll("texts") String text,
            @ForAll("texts") String hidden) {
        var known = matches(pattern + hidden + more, text + hidden, Glob.Mode.TEXT);
        var symbol = new Piece.Symbol(new Reference("aws_sqs_queue.q", "name"));
        var open = Glob.matches(
                new Value.Text(List.of(new Piece.Literal(pattern), symbol, new Piece.Literal(more))),
                new Value.Text(List.of(new Piece.Literal(text), symbol)),
                Glob.Mode.TEXT);
        assertThat(open).isIn(known, Told.CANNOT_TELL);
    }

    @Property
    void neverTurnsAnAnswerRoundWhenWhatIsHandedInIsAPattern(
            @ForAll("patterns") String pattern, @ForAll("patterns") String handedIn, @ForAll("texts") String text) {
        var known = matches(pattern + handedIn, text, Glob.Mode.TEXT);
        var open = Glob.matches(
                new Value.Text(List.of(new Piece.Literal(pattern), new Piece.Symbol(new Reference("var.prefix", "")))),
                Value.text(text),
                Glob.Mode.TEXT);
        assertThat(open).isIn(known, Told.CANNOT_TELL);
    }

    private static Told matches(String pattern, String text, Glob.Mode mode) {
        return Glob.matches(Value.text(pattern), Value.text(text), mode);
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(
                pattern.chars()
                        .mapToObj(character -> switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
