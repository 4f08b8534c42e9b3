package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
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

    private final ObjectNode node;

    public Payload(ObjectNode node) {
        this.node = Objects.requireNonNull(node, "node");
    }

    /** @return the value as written, or empty where the key is missing or null */
    public Optional<JsonNode> value(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** @return a string; a number or boolean as it is written; empty for objects and arrays */
    public Optional<String> text(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() || value.isContainerNode()
                ? Optional.empty()
                : Optional.of(value.asText());
    }

    /** @return a whole number from a JSON number or a decimal string; empty where negative, fractional or too large */
    public OptionalLong count(String key) {
        return decimal(key)
                .filter(number -> number.signum() >= 0 && isWhole(number) && number.compareTo(MAX_COUNT) <= 0)
                .map(number -> OptionalLong.of(number.longValue()))
                .orElseGet(OptionalLong::empty);
    }

    /** @return nano-dollars from a JSON number or a decimal string of dollars; empty where negative or absurd */
    public OptionalLong nanoDollars(String key) {
        return decimal(key).map(Money::nanoDollars).orElseGet(OptionalLong::empty);
    }

    /** @return whether the key is there with a value that is no number, where a number belongs */
    public boolean hasUnreadable(String key) {
        return value(key).isPresent() && decimal(key).isEmpty();
    }

    /** @return the object as written; not a copy: do not change it */
    public ObjectNode node() {
        return node;
    }

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1L << 53);
    private static final int MAX_NUMBER_LENGTH = 40;

    private Optional<BigDecimal> decimal(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        // Money is often written as a string, to keep it exact.
        return value.isTextual() && value.textValue().length() <= MAX_NUMBER_LENGTH
                ? parse(value.textValue())
                : Optional.empty();
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return Math.abs((long) number.scale()) < MAX_NUMBER_LENGTH
                && number.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && payload.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
