package dev.ripcord.source;

/** Thrown where a file gives no text at all. */
public final class UnreadableSource extends Exception {
    private final Fault fault;

    public UnreadableSource(Place place, String message) {
        super(message);
        this.fault = new Fault(place, message);
    }

    public Fault fault() {
        return fault;
    }
}
