package dev.ripcord.signal;

/**
 * Why a signal that asks for a halt made none: a header of its record, since it depends on when the signal was decided
 * on, and is no part of it.
 */
public enum SignalMark {
    /** Kafka had its event for longer than the lateness limit. The value is {@code true}. */
    LATE("ripcord-late", "late"),
    /** Somebody had muted its pattern or its scope. The value is {@code true}. */
    MUTED("ripcord-muted", "muted"),
    /** The blast-radius cap holds its halt back until a person lets it through. The value is the incident. */
    HELD("ripcord-held", "held"),
    /** Its scope was halted before, and still is. The value is the id of the halt that stands. */
    STANDING("ripcord-standing", "halted already");

    private final String header;
    private final String word;

    SignalMark(String header, String word) {
        this.header = header;
        this.word = word;
    }

    public String header() {
        return header;
    }

    /** @return for people */
    public String word() {
        return word;
    }
}
