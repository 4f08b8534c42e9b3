package dev.ripcord.deploy.bench.traffic;

import java.util.List;
import java.util.Random;

/** Text as agents write and read it, as far as its length and its variety go; the same for the same seed. */
final class Words {
    private static final List<String> WORDS = words(
            "customer order invoice status shipment refund policy ticket region account payment pending review",
            "carrier address balance summary contract quantity renewal check compare collect confirm update draft",
            "forward archive schedule verify the for with from after before between about each every");
    private static final List<String> MODELS = words("atlas-large-2 atlas-small-2 meridian-4");
    private static final List<String> TOOLS =
            words("orders.search orders.get crm.lookup mail.draft docs.search docs.read ledger.query calendar.find");

    private final Random random;

    Words(long seed) {
        random = new Random(seed);
    }

    private static List<String> words(String... lines) {
        return List.of(String.join(" ", lines).split(" "));
    }

    /** @return of at most so many characters, in words that are not broken */
    String text(int characters) {
        StringBuilder text = new StringBuilder();
        String word = one(WORDS);
        while (text.length() + word.length() + 1 <= characters) {
            text.append(text.isEmpty() ? "" : " ").append(word);
            word = one(WORDS);
        }
        return text.toString();
    }

    String model() {
        return one(MODELS);
    }

    String tool() {
        return one(TOOLS);
    }

    /** @return sixteen hexadecimal digits, as hashes have them */
    String hash() {
        return String.format("%016x", random.nextLong());
    }

    /** @return a number from 0 on, below the bound */
    int below(int bound) {
        return random.nextInt(bound);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
