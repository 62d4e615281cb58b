package dev.sluice.simulation.world;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterFilter;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.delivery.Redriving;
import dev.sluice.local.sqlite.Database;
import dev.sluice.simulation.fault.Calls;
import dev.sluice.simulation.fault.FaultyReader;
import dev.sluice.simulation.fault.FaultyWriter;
import dev.sluice.simulation.fault.Mortal;
import dev.sluice.simulation.schedule.Life;

/** Somebody with a command, beside the machine: redrives every dead letter there is, one after the other. */
final class Operator implements Mortal {

    private static final int MOST_TRIES = 5;

    private final World world;
    private final String name;
    private final Life life;
    private final Database file;
    private final Redrive redrive;

    Operator(World world, String name) {
        this.world = world;
        this.name = name;
        this.life = new Life(name);
        var calls = new Calls(this, world.faults(), world.draws(), world.scheduler(), world.trace());
        this.file = Database.by(new FaultyWriter(world.file(), calls), new FaultyReader(world.file(), calls));
        this.redrive = new Redrive(file, world.clock());
    }

    /** Begins. */
    void begin() {
        world.scheduler().spawn(name + " dlq redrive", life, 0, this::redrive);
    }

    private void redrive() {
        try {
            for (var letter : redrive.find(LetterFilter.ALL)) {
                redrive(letter);
            }
        } catch (Unavailable e) {
            world.trace().note(name, () -> "gives up: " + e.getMessage());
        }
    }

    private void redrive(Letter letter) {
        for (var tries = 1; ; tries++) {
            try {
                var redriving = world.parts().redrive(redrive, letter.number(), file);
                world.trace().note(name, () -> "redrives letter " + letter.number() + " → " + redriving);
                if (redriving instanceof Redriving.Invoked) {
                    world.wake();
                }
                return;
            } catch (Unavailable e) {
                world.trace().note(name, () -> "letter " + letter.number() + ": " + e.getMessage());
                if (tries == MOST_TRIES) {
                    throw e;
                }
                world.scheduler().rest(1_000);
            }
        }
    }

    @Override
    public Life life() {
        return life;
    }

    @Override
    public void die() {
        world.trace().note(name, () -> "is cut off");
        world.scheduler().end(life);
    }

    @Override
    public void wake() {
        world.wake();
    }
}
