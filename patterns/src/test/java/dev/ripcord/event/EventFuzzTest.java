package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventFuzzTest {
    private static final int ROUNDS = 20_000;

    /** Printed with each failure; set {@code -Dfuzz.seed} to see it again. */
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101L);

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "null",
            "true",
            "NaN",
            "-",
            "1e999999999",
            "1e-999999999",
            "\\ud800",
            "\\u0000",
            "\u0000",
            "\uFEFF",
            "é",
            "🙂",
            "9".repeat(1_001),
            "[".repeat(300),
            "\"timestamp\":",
            "//",
            "'");

    @Test
    void noBytesMakeTheDecoderThrow() {
        Random random = new Random(SEED);
        int readable = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(random);
            String place = "seed " + SEED + ", round " + round + ": " + new String(bytes, StandardCharsets.UTF_8);
            Decoded decoded = decode(bytes, place);
            if (decoded instanceof Decoded.Readable event) {
                readable++;
                touch(event.event(), place);
            } else {
                assertThat(((Decoded.Unreadable) decoded).reasons())
                        .as(place)
                        .isNotEmpty()
                        .allSatisfy(reason -> {
                            assertThat(reason).isNotBlank().hasSizeLessThan(400).doesNotStartWith("unforeseen");
                        });
            }
        }
        // Both ends are reached: mutations that are still events, and bytes that are none.
        assertThat(readable).as("seed " + SEED).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    private static Decoded decode(byte[] bytes, String place) {
        try {
            return EventDecoder.decode(bytes);
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new AssertionError(place, thrown);
        }
    }

    /** Whoever reads the event meets nothing that throws either. */
    private static void touch(Event event, String place) {
        try {
            Identity.of(event);
            event.payload().node().fieldNames().forEachRemaining(key -> {
                event.payload().text(key);
                event.payload().count(key);
                event.payload().nanoDollars(key);
                event.payload().hasUnreadable(key);
            });
        } catch (RuntimeException thrown) {
            throw new AssertionError(place, thrown);
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = ValidEvent.INVOICE_VALIDATOR.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(bytes.length + 1);
            int until = Math.min(bytes.length, at + random.nextInt(12));
            bytes = switch (random.nextInt(4)) {
                case 0 -> flipped(bytes, at, random);
                case 1 -> replaced(bytes, at, until, new byte[0]);
                case 2 -> replaced(bytes, at, until, Arrays.copyOfRange(bytes, 0, random.nextInt(bytes.length + 1)));
                default -> replaced(bytes, at, at, token(random));
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
            flipped[at] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }
}
