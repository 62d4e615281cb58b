package dev.sluice.cli.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoomProperties {

    @Provide
    Arbitrary<Room> rooms() {
        var counts = Arbitraries.longs().between(0, 2_000);
        return Combinators.combine(counts, counts, counts, counts).as(Room::new);
    }

    @Property
    void everyExecutionIsSomebodys(@ForAll("rooms") Room room) {
        assertThat(room.others() + room.reserved() + room.warm() + room.left()).isEqualTo(room.quota());
    }

    @Property
    void aHundredStayWhereAnythingIsReserved(@ForAll("rooms") Room room) {
        assertThat(room.fits())
                .isEqualTo(room.reserved() + room.warm() == 0
                        || room.others() + room.reserved() + room.warm() + 100 <= room.quota());
    }

    @Property
    void enoughIsTheSmallestQuotaThatFits(@ForAll("rooms") Room room) {
        var asking = new Room(room.quota(), room.others(), room.reserved() + 1, room.warm());

        assertThat(with(asking, asking.enough()).fits()).isTrue();
        assertThat(with(asking, asking.enough() - 1).fits()).isFalse();
    }

    @Property
    void askingForLessNeverStopsADeploy(@ForAll("rooms") Room room) {
        var less = new Room(room.quota(), room.others(), room.reserved() / 2, room.warm());

        assertThat(!room.fits() || less.fits()).isTrue();
    }

    private static Room with(Room room, long quota) {
        return new Room(quota, room.others(), room.reserved(), room.warm());
    }
}
