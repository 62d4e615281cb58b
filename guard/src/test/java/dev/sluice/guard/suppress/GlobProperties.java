package dev.sluice.guard.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobProperties {

    @Property
    void aPatternMatchesWhatTheSameRegularExpressionMatches(
            @ForAll @Chars({'a', 'b', '*', '.'}) @StringLength(max = 6) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String text) {
        var same = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));

        assertThat(Glob.matches(pattern, text)).isEqualTo(text.matches(same));
    }

    @Property
    void whatHasNoStarMatchesItselfAlone(
            @ForAll @Chars({'a', '[', '"'}) String pattern, @ForAll @Chars('a') String text) {
        assertThat(Glob.matches(pattern, pattern)).isTrue();
        assertThat(Glob.matches(pattern, text)).isEqualTo(pattern.equals(text));
    }
}
