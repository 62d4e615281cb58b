package dev.sluice.simulation.schedule;

/** What ends for many actors at once: a process, or the whole world. */
public final class Life {

    private final String name;
    private boolean over;

    public Life(String name) {
        this.name = name;
    }

    public boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    @Override
    public String toString() {
        return name;
    }
}
