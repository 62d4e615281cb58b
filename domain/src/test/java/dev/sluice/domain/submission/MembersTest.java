package dev.sluice.domain.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final Written ONE = new Written.Numeral("1");
    private static final Written TWO = new Written.Numeral("2");

    @Test
    void anObjectHasItsMembersInTheOrderWritten() {
        var group = read("b", "a", "c");
        assertThat(group.members().keySet()).containsExactly("b", "a", "c");
        assertThat(group.members().values()).containsExactly(ONE, ONE, ONE);
        assertThat(group.members()).hasSize(3).containsEntry("a", ONE).doesNotContainKey("d");
    }

    @Test
    void itIsEqualToOneThatWasMadeOfAnyOtherMap() {
        assertThat(read("a"))
                .isEqualTo(new Written.Group(Map.of("a", ONE)))
                .hasToString("Group[members={a=" + ONE + "}]");
    }

    @Test
    void whatIsAddedLaterIsOfAnotherObject() {
        var members = new Members();
        members.add("a", ONE);
        var first = members.group();
        members.add("b", ONE);
        assertThat(first.members().keySet()).containsExactly("a");
        assertThat(members.group().members().keySet()).containsExactly("b");
    }

    @Test
    void noNameIsAddedTwice() {
        var members = new Members();
        members.add("a", ONE);
        assertThat(members.has("a")).isTrue();
        assertThatThrownBy(() -> members.add("a", TWO)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingChangesAnObject() {
        var members = read("a").members();
        assertThatThrownBy(() -> members.put("b", TWO)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.keySet().remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.values().remove(ONE)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.entrySet().iterator().next().setValue(TWO))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(members).containsOnlyKeys("a").containsEntry("a", ONE);
    }

    @Test
    void aMapOfSomebodyElsesIsCopied() {
        var theirs = new LinkedHashMap<String, Written>(Map.of("a", ONE));
        var group = new Written.Group(theirs);
        theirs.put("b", TWO);
        assertThat(group.members()).containsOnlyKeys("a");
    }

    private static Written.Group read(String... names) {
        var members = new Members();
        for (var name : names) {
            members.add(name, ONE);
        }
        return members.group();
    }
}
