package dev.ripcord.console.replay.judge;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.UntrustedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ripcord.halts} says, in its order.
 *
 * @param remarks a sentence for each record that is not believed
 */
public record HaltWords(List<HaltWord> all, List<String> remarks) {
    public HaltWords {
        all = List.copyOf(all);
        remarks = List.copyOf(remarks);
    }

    /** @param records of {@code ripcord.halts}; read to the end */
    public static HaltWords read(RecordCursor records, HaltReader reader) throws IOException, InterruptedException {
        List<HaltWord> all = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            if (record.value() == null || record.key() == null || record.kafkaTime() == null) {
                continue;
            }
            try {
                all.add(new HaltWord(
                        reader.read(record.key(), record.value()),
                        record.kafkaTime(),
                        record.position().offset()));
            } catch (UntrustedRecord untrusted) {
                // Why may name sessions of other tenants, and whoever reads this may be of one alone.
                remarks.add("ripcord.halts " + record.position() + " is not believed; ripcord halts says why");
            }
        }
        return new HaltWords(all, remarks);
    }
}
