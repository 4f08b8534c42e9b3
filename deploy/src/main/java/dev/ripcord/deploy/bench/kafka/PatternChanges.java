package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.patterns.PatternTopicWriter;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import java.util.Map;

/** Changes what is in force beside the patterns that are measured: a budget that nobody spends, now more, now less. */
final class PatternChanges implements AutoCloseable {
    private static final String ACTOR = "bench";
    private static final double DOLLARS = 1_000;

    private final PatternTopicWriter writer;
    private final Definition budget = ShippedLibrary.definition("session-budget");

    PatternChanges(KafkaAddress kafka) {
        writer = new PatternTopicWriter(kafka.settings());
    }

    /** @param number of the change, from 0 */
    void next(int number) {
        if (number == 0) {
            writer.publish(budget, ACTOR);
        }
        writer.activate(budget, Mode.ENFORCE, Map.of("dollars", DOLLARS + number), ACTOR, "change " + number);
    }

    @Override
    public void close() {
        writer.close();
    }
}
