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

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1L << 53);

    /** What facts, the archive and the page ask of events again and again. */
    static final KnownKeys KNOWN = new KnownKeys(
            "tool_name",
            "tool_args",
            "tool_result",
            "error",
            "status",
            "caller_step",
            "request_ref",
            "state_snapshot_hash",
            "retry_count",
            "budget_remaining",
            "cost_usd",
            "session_cost_usd",
            "corrects",
            "input_tokens",
            "output_tokens",
            "model",
            "latency_ms",
            "decision",
            "content",
            "content_hash",
            "from_agent",
            "to_agent",
            "task");

    public static final Payload EMPTY = new Payload(JsonNodeFactory.instance.objectNode());

    private final byte[] record;
    private final int length;
    private KnownValues known;
    private ObjectNode node;

    public Payload(ObjectNode node) {
        this.record = null;
        this.length = 0;
        this.node = Objects.requireNonNull(node, "node");
    }

    /** @param known what stands under {@link #KNOWN} in the payload of that record, which is readable */
    Payload(byte[] record, KnownValues known) {
        this(record, record.length, known);
    }

    private Payload(byte[] record, int length, KnownValues known) {
        this.record = record;
        this.length = length;
        this.known = known;
    }

    /**
     * The payload of a record that was read before, parsed again only where somebody asks for it.
     *
     * @param record begins with a readable event, and is left alone until somebody asks; of another one the payload is
     *     empty
     * @param length of the event in bytes
     */
    public static Payload in(byte[] record, int length) {
        return new Payload(Objects.requireNonNull(record, "record"), length, null);
    }

    /** @return whether something other than null stands under the key */
    public boolean has(String key) {
        return present(key) != null;
    }

    /** @return the value as written, or empty where the key is missing or null */
    public Optional<JsonNode> value(String key) {
        return Optional.ofNullable(present(key));
    }

    /** @return a string; a number or boolean as it is written; empty for objects and arrays */
    public Optional<String> text(String key) {
        return Optional.ofNullable(textOr(key, null));
    }

    /** As {@link #text}, without an Optional around it: every event is asked for a dozen texts. */
    public String textOr(String key, String otherwise) {
        JsonNode value = present(key);
        return value == null || value.isContainerNode() ? otherwise : value.asText();
    }

    /**
     * @return a whole number from a JSON number or a decimal string; fractions are rounded half up, as latencies often
     *     have them; empty where it is negative or above 2^53
     */
    public OptionalLong count(String key) {
        JsonNode value = present(key);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.isInt()) {
            return value.intValue() < 0 ? OptionalLong.empty() : OptionalLong.of(value.intValue());
        }
        return Decimals.of(value)
                .filter(number -> number.signum() >= 0 && number.compareTo(MAX_COUNT) <= 0)
                .map(number -> OptionalLong.of(Decimals.rounded(number, 0, RoundingMode.HALF_UP)))
                .orElseGet(OptionalLong::empty);
    }

    /** @return nano-dollars from a JSON number or a decimal string of dollars; empty where negative or absurd */
    public OptionalLong nanoDollars(String key) {
        JsonNode value = present(key);
        return value == null
                ? OptionalLong.empty()
                : Decimals.of(value).map(Money::nanoDollars).orElseGet(OptionalLong::empty);
    }

    /** @return whether something other than a number stands under a key where a number belongs */
    public boolean hasUnreadable(String key) {
        JsonNode value = present(key);
        return value != null && !value.isNumber() && Decimals.of(value).isEmpty();
    }

    /** @return the object as written; not a copy: do not change it */
    public ObjectNode node() {
        if (node == null) {
            node = read(true).node;
        }
        return node;
    }

    /** @return null where the key is missing or null */
    private JsonNode present(String key) {
        JsonNode value = at(key);
        return value == null || value.isNull() ? null : value;
    }

    /** @return null where the key is missing */
    private JsonNode at(String key) {
        if (node != null || KNOWN.place(key) == KnownKeys.NONE) {
            return node().get(key);
        }
        if (known == null) {
            Payload found = read(false);
            known = found.known;
            node = found.node;
        }
        return known == null ? node.get(key) : known.get(key);
    }

    private Payload read(boolean whole) {
        byte[] alone = length == record.length ? record : Arrays.copyOf(record, length);
        return EventDecoder.decode(alone, whole) instanceof Decoded.Readable readable
                ? readable.event().payload()
                : EMPTY;
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
