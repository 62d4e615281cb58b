package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OneTimeLinksProperties {

    /** Below zero a ticket is issued; from zero on the one of that number is shown. */
    @Property
    void aTicketOpensOnceWhateverTheOrder(
            @ForAll @Size(max = 120) List<@IntRange(min = -40, max = 39) Integer> actions) {
        var links = new OneTimeLinks(new HandClock(), new SecureRandom());
        var issued = new ArrayList<String>();
        var outstanding = new LinkedHashSet<String>();
        for (var action : actions) {
            if (action < 0) {
                var ticket = links.issue().text();
                issued.add(ticket);
                if (outstanding.size() == OneTimeLinks.MOST) {
                    outstanding.removeFirst();
                }
                outstanding.add(ticket);
            } else if (action < issued.size()) {
                var ticket = issued.get(action);
                assertThat(links.take(ticket)).isEqualTo(outstanding.remove(ticket));
            }
        }
    }

    @Property
    void nothingElseOpens(@ForAll String shown) {
        var links = new OneTimeLinks(new HandClock(), new SecureRandom());
        var ticket = links.issue().text();

        assertThat(links.take(shown)).isFalse();
        assertThat(links.take(ticket + shown)).isEqualTo(shown.isEmpty());
    }
}
