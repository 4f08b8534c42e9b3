package dev.ripcord.jobs.decide;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads acknowledgements, which anybody may write who runs an agent: what is none is counted and passed over. */
public final class ReadAcknowledgements extends RichFlatMapFunction<AcknowledgementRecord, News> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAcknowledgements.class);
    private static final int LONGEST_RECORD = 64 * 1024;
    private static final int LONGEST_HALT_ID = 128;
    private static final int LONGEST_SCOPE = 4_096;
    private static final int MOST_WARNINGS = 100;

    private transient Counter refused;

    @Override
    public void open(OpenContext context) {
        refused = getRuntimeContext().getMetricGroup().counter("acknowledgements_refused");
    }

    @Override
    public void flatMap(AcknowledgementRecord record, Collector<News> out) {
        read(record).ifPresent(read -> {
            out.collect(new News.OfAcknowledgement(read, record.kafkaTime()));
            if (!read.speaksOfItsOwnSession()) {
                out.collect(new News.OfAnswer(read, record.kafkaTime()));
            }
        });
    }

    private Optional<Acknowledgement> read(AcknowledgementRecord record) {
        byte[] value = record.value();
        if (value == null || value.length > LONGEST_RECORD) {
            return refuse(record, value == null ? "it is empty" : "it has more than " + LONGEST_RECORD + " bytes");
        }
        try {
            Acknowledgement read = Json.read(value, Acknowledgement.class);
            boolean tooLong = read.haltId().length() > LONGEST_HALT_ID
                    || read.scope().key().length() > LONGEST_SCOPE
                    || read.session().key().length() > LONGEST_SCOPE;
            return tooLong ? refuse(record, "its halt_id, its scope or its session is too long") : Optional.of(read);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return refuse(record, unreadable.getMessage());
        }
    }

    private Optional<Acknowledgement> refuse(AcknowledgementRecord record, String reason) {
        refused.inc();
        if (refused.getCount() <= MOST_WARNINGS) {
            LOG.warn("Record {} of ripcord.acks is passed over: {}", record.offset(), reason);
        }
        return Optional.empty();
    }
}
