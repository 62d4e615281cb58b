package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlaceholderProperties {

    @Property
    void propertiesRun(@ForAll int number) {
        assertThat(number + 0L).isEqualTo(number);
    }
}
