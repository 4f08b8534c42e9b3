package dev.ripcord.archive;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * A column of the archive. {@link #VALUE} is the truth; the others are worked out of it so that one can search, and are
 * null where the record does not say.
 *
 * <p>A later version may add columns, at the end and nullable. It never changes or drops one: see
 * {@link ArchiveSchema#VERSION}.
 */
public enum ArchiveColumn {
    /** {@code default} where the event names none; null where the record could not be read. */
    TENANT(Type.TEXT),
    /** Null where the record belongs to no session or could not be read. */
    SESSION_ID(Type.TEXT),
    PARTITION(Type.INT),
    OFFSET(Type.LONG),
    /** The broker's append time, milliseconds since the epoch. */
    KAFKA_TIME(Type.LONG),
    /** The producer's time, milliseconds since the epoch. */
    EVENT_TIME(Type.LONG),
    /** The producer's own count within the session. */
    SEQUENCE(Type.LONG),
    EVENT_TYPE(Type.TEXT),
    EVENT_ID(Type.TEXT),
    AGENT_ID(Type.TEXT),
    PARENT_SESSION_ID(Type.TEXT),
    ROOT_SESSION_ID(Type.TEXT),
    PARENT_AGENT_ID(Type.TEXT),
    /** At most 256 characters of it. */
    TOOL(Type.TEXT),
    /** Of the tool with its canonical arguments, 64 bit: equal calls have equal ones, whatever is said of tools. */
    FINGERPRINT(Type.LONG),
    /** What this step cost, nano-dollars. */
    COST_NANOS(Type.LONG),
    INPUT_TOKENS(Type.LONG),
    OUTPUT_TOKENS(Type.LONG),
    TRACE_ID(Type.TEXT),
    SPAN_ID(Type.TEXT),
    /** The record's key. */
    KEY(Type.TEXT),
    /** The record's headers as one JSON object of texts; null where it has none. */
    HEADERS(Type.TEXT),
    /** The record's value, byte for byte; null for a tombstone. */
    VALUE(Type.BYTES);

    static final List<ArchiveColumn> OF_EVENTS = List.of(values());
    static final List<ArchiveColumn> OF_RECORDS =
            List.of(TENANT, SESSION_ID, PARTITION, OFFSET, KAFKA_TIME, KEY, HEADERS, VALUE);

    private static final EnumSet<ArchiveColumn> REQUIRED = EnumSet.of(PARTITION, OFFSET, KAFKA_TIME);
    private static final EnumSet<ArchiveColumn> LOOKED_UP = EnumSet.of(SESSION_ID, EVENT_ID);

    /** How a column's values are stored. */
    public enum Type {
        /** UTF-8. */
        TEXT,
        /** 32 bit, signed. */
        INT,
        /** 64 bit, signed. */
        LONG,
        BYTES
    }

    private final Type type;

    ArchiveColumn(Type type) {
        this.type = type;
    }

    /** @return the name in the file */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Type type() {
        return type;
    }

    /** @return whether each row has a value */
    public boolean isRequired() {
        return REQUIRED.contains(this);
    }

    /** @return whether one asks for a single value of it: such a column has a Bloom filter */
    public boolean isLookedUp() {
        return LOOKED_UP.contains(this);
    }
}
