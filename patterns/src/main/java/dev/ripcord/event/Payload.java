package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an event carries, as its producer wrote it.
 *
 * <p>A key of an unexpected type reads as absent and shows in {@link #hasUnreadable}: a detector that loses a whole
 * tool call because its latency was a word would be blind where it matters.
 */
public final class Payload {
    public static final Payload EMPTY = new Payload(JsonNodeFactory.instance.objectNode());

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1L << 53);

    private final byte[] record;
    private final int length;
    private ObjectNode node;

    public Payload(ObjectNode node) {
        this.record = null;
        this.length = 0;
        this.node = Objects.requireNonNull(node, "node");
    }

    private Payload(byte[] record, int length) {
        this.record = Objects.requireNonNull(record, "record");
        this.length = length;
    }

    /**
     * The payload of a record that was read before, parsed again only where somebody asks for it.
     *
     * @param record begins with a readable event, and is left alone until somebody asks; of another one the payload is
     *     empty
     * @param length of the event in bytes
     */
    public static Payload in(byte[] record, int length) {
        return new Payload(record, length);
    }

    /** @return whether something other than null stands under the key */
    public boolean has(String key) {
        JsonNode value = node().get(key);
        return value != null && !value.isNull();
    }

    /** @return the value as written, or empty where the key is missing or null */
    public Optional<JsonNode> value(String key) {
        JsonNode value = node().get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** @return a string; a number or boolean as it is written; empty for objects and arrays */
    public Optional<String> text(String key) {
        JsonNode value = node().get(key);
        return value == null || value.isNull() || value.isContainerNode()
                ? Optional.empty()
                : Optional.of(value.asText());
    }

    /**
     * @return a whole number from a JSON number or a decimal string; fractions are rounded half up, as latencies often
     *     have them; empty where it is negative or above 2^53
     */
    public OptionalLong count(String key) {
        return decimal(key)
                .filter(number -> number.signum() >= 0 && number.compareTo(MAX_COUNT) <= 0)
                .map(number -> OptionalLong.of(Decimals.rounded(number, 0, RoundingMode.HALF_UP)))
                .orElseGet(OptionalLong::empty);
    }

    /** @return nano-dollars from a JSON number or a decimal string of dollars; empty where negative or absurd */
    public OptionalLong nanoDollars(String key) {
        return decimal(key).map(Money::nanoDollars).orElseGet(OptionalLong::empty);
    }

    /** @return whether something other than a number stands under a key where a number belongs */
    public boolean hasUnreadable(String key) {
        return value(key).isPresent() && decimal(key).isEmpty();
    }

    /** @return the object as written; not a copy: do not change it */
    public ObjectNode node() {
        if (node == null) {
            node = EventDecoder.decode(Arrays.copyOf(record, length)) instanceof Decoded.Readable readable
                    ? readable.event().payload().node()
                    : EMPTY.node();
        }
        return node;
    }

    private Optional<BigDecimal> decimal(String key) {
        return value(key).flatMap(Decimals::of);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && payload.node().equals(node());
    }

    @Override
    public int hashCode() {
        return node().hashCode();
    }

    @Override
    public String toString() {
        return node().toString();
    }
}
