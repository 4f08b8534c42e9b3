package dev.ripcord.halt;

import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads records of {@code ripcord.halts}, and believes those that are what they say. */
public final class HaltReader {
    private final Optional<TrustedKeys> trusted;

    private HaltReader(Optional<TrustedKeys> trusted) {
        this.trusted = trusted;
    }

    /** Believes whoever may write to the topic. */
    public static HaltReader trustingTheTopic() {
        return new HaltReader(Optional.empty());
    }

    /** Believes what one of the keys has signed. */
    public static HaltReader trusting(TrustedKeys keys) {
        return new HaltReader(Optional.of(keys));
    }

    /**
     * @param key of the record, which nobody signs: a record under a key that is not its own is refused
     * @throws UntrustedRecord where the record is unreadable, forged, altered, or moved to another key
     */
    public HaltRecord read(String key, byte[] value) throws UntrustedRecord {
        String text = new String(value, StandardCharsets.UTF_8);
        String believed = trusted.isPresent() ? trusted.get().verified(text) : text;
        HaltRecord record = parsed(believed);
        if (!record.key().equals(key)) {
            throw new UntrustedRecord("it says that it belongs under " + record.key() + " and stands under " + key);
        }
        return record;
    }

    private static HaltRecord parsed(String text) throws UntrustedRecord {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8), HaltRecord.class);
        } catch (IOException unreadable) {
            throw new UntrustedRecord("it cannot be read: " + unreadable.getMessage());
        }
    }
}
