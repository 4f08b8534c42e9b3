package dev.ripcord.fact;

import dev.ripcord.event.Money;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts known after one step; most are absent on most steps. Written by the fold, then only read. */
public final class FactValues {
    private static final Fact[] FACTS = Fact.values();

    private final long[] bits = new long[FACTS.length];
    /** One bit each, by ordinal: a step is made for every event, and flags of a byte would double what it clears. */
    private long firstPresent;

    private long laterPresent;

    private Recent recent = Recent.NOTHING;

    /** @return the same, which stay as they are whatever becomes of these; without the latest steps, which do not */
    public FactValues copy() {
        FactValues copy = new FactValues();
        System.arraycopy(bits, 0, copy.bits, 0, bits.length);
        copy.firstPresent = firstPresent;
        copy.laterPresent = laterPresent;
        return copy;
    }

    public boolean has(Fact fact) {
        int ordinal = fact.ordinal();
        return ((ordinal < Long.SIZE ? firstPresent : laterPresent) & 1L << ordinal) != 0;
    }

    public boolean hasAll(FactSet facts) {
        return (facts.first() & ~firstPresent | facts.later() & ~laterPresent) == 0;
    }

    /**
     * @return the stored 64 bits, to be read as the fact's kind says
     * @throws IllegalStateException where the fact is absent
     */
    public long bits(Fact fact) {
        if (!has(fact)) {
            throw new IllegalStateException(fact.factName() + " is absent");
        }
        return bits[fact.ordinal()];
    }

    /** @return Long, Boolean, Duration, BigDecimal (dollars) or Double, as the fact's kind says; an
     *     identity as hexadecimal digits, counts as a list of Long; null where absent */
    public Object value(Fact fact) {
        if (!has(fact)) {
            return null;
        }
        long stored = bits[fact.ordinal()];
        return switch (fact.kind()) {
            case COUNT -> stored;
            case FLAG -> stored != 0;
            case DURATION -> Duration.ofMillis(stored);
            case MONEY -> Money.dollars(stored);
            case RATIO -> Double.longBitsToDouble(stored);
            case IDENTITY -> HexFormat.of().toHexDigits(stored);
            case COUNTS -> EightCounts.list(stored);
        };
    }

    /** @return the facts that are present, by name, in the order of the catalogue; durations in milliseconds */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Fact fact : FACTS) {
            if (has(fact)) {
                map.put(fact.factName(), fact.kind() == FactKind.DURATION ? (Object) bits(fact) : value(fact));
            }
        }
        return map;
    }

    void clear() {
        firstPresent = 0;
        laterPresent = 0;
        recent = Recent.NOTHING;
    }

    /** @return what the latest steps were; right only while the step is judged */
    public Recent recent() {
        return recent;
    }

    void recent(Recent seen) {
        recent = seen;
    }

    void set(Fact fact, long stored) {
        int ordinal = fact.ordinal();
        bits[ordinal] = stored;
        if (ordinal < Long.SIZE) {
            firstPresent |= 1L << ordinal;
        } else {
            laterPresent |= 1L << ordinal;
        }
    }

    void set(Fact fact, boolean flag) {
        set(fact, flag ? 1L : 0L);
    }

    void set(Fact fact, double ratio) {
        set(fact, Double.doubleToRawLongBits(ratio));
    }
}
