package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.Origin;
import dev.ripcord.event.Payload;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.json.Json;
import java.nio.charset.StandardCharsets;

/** Makes rows of records. Never throws: what cannot be read is kept as it is, without the columns for search. */
public final class ArchiveRows {
    private ArchiveRows() {}

    public static ArchiveRow of(ArchiveTable table, TopicRecord record) {
        ArchiveRow row = new ArchiveRow()
                .number(ArchiveColumn.PARTITION, record.position().partition())
                .number(ArchiveColumn.OFFSET, record.position().offset())
                .number(ArchiveColumn.KAFKA_TIME, record.kafkaTime())
                .text(ArchiveColumn.KEY, record.key())
                .text(ArchiveColumn.HEADERS, headers(record))
                .put(ArchiveColumn.VALUE, record.value());
        return switch (table) {
            case EVENTS -> event(row, record);
            case SIGNALS, ACKS -> owned(row, KeyOwner.ofSession(record.key()));
            case HALTS -> owned(row, KeyOwner.ofScope(record.key()));
            case PATTERNS -> row;
        };
    }

    private static String headers(TopicRecord record) {
        return record.headers().isEmpty() ? null : new String(Json.bytes(record.headers()), StandardCharsets.UTF_8);
    }

    private static ArchiveRow owned(ArchiveRow row, KeyOwner owner) {
        return row.text(ArchiveColumn.TENANT, owner.tenant()).text(ArchiveColumn.SESSION_ID, owner.session());
    }

    private static ArchiveRow event(ArchiveRow row, TopicRecord record) {
        return EventDecoder.decode(record.value()) instanceof Decoded.Readable readable
                ? amounts(origin(row, readable.event()), record, readable.event())
                : row;
    }

    private static ArchiveRow origin(ArchiveRow row, Event event) {
        Origin origin = event.origin();
        return row.text(ArchiveColumn.TENANT, event.session().tenant())
                .text(ArchiveColumn.SESSION_ID, event.session().session())
                .number(ArchiveColumn.EVENT_TIME, event.timestamp())
                .number(ArchiveColumn.SEQUENCE, origin.sequence())
                .text(ArchiveColumn.EVENT_TYPE, event.type())
                .text(ArchiveColumn.EVENT_ID, origin.eventId().orElse(null))
                .text(ArchiveColumn.AGENT_ID, event.agent())
                .text(ArchiveColumn.PARENT_SESSION_ID, origin.parentSession().orElse(null))
                .text(ArchiveColumn.ROOT_SESSION_ID, origin.rootSession().orElse(null))
                .text(ArchiveColumn.PARENT_AGENT_ID, origin.parentAgent().orElse(null))
                .text(ArchiveColumn.TRACE_ID, origin.traceId().orElse(null))
                .text(ArchiveColumn.SPAN_ID, origin.spanId().orElse(null));
    }

    private static ArchiveRow amounts(ArchiveRow row, TopicRecord record, Event event) {
        Payload payload = event.payload();
        DigestedEvent digested = DigestedEvent.of(
                new Envelope(record.position(), record.kafkaTime(), event, record.value()), VolatileFields.DEFAULT);
        return row.text(ArchiveColumn.TOOL, digested.tool())
                .number(ArchiveColumn.FINGERPRINT, digested.callFingerprint())
                .number(ArchiveColumn.COST_NANOS, payload.nanoDollars("cost_usd"))
                .number(ArchiveColumn.INPUT_TOKENS, payload.count("input_tokens"))
                .number(ArchiveColumn.OUTPUT_TOKENS, payload.count("output_tokens"));
    }
}
