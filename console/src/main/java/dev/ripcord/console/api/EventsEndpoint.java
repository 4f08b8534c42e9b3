package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.topic.RecordWriter;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.topic.Topic;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** {@code POST /v1/events}: events of producers without Kafka, written to the log as they are. */
final class EventsEndpoint {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_EVENTS = 1_000;

    /** Each holds its body in memory. */
    private static final int AT_ONCE = 16;

    private static final int READ_AT_ONCE = 32;

    private final Readiness readiness;
    private final RecordWriter writer;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** A body that comes slowly must not take the place of one that is there. */
    private final Semaphore readingPlaces = new Semaphore(READ_AT_ONCE);

    EventsEndpoint(Readiness readiness, RecordWriter writer) {
        this.readiness = readiness;
        this.writer = writer;
    }

    void answer(Context request) {
        Caller caller = Access.require(request, Role::mayWriteEvents, "write events");
        readiness.requireKafka();
        List<byte[]> events = readInPlace(request);
        if (!places.tryAcquire()) {
            throw new Refused(Refused.UNAVAILABLE, AT_ONCE + " bodies of events are being written; try again");
        }
        boolean handedOver = false;
        try {
            EventsReport report = new EventsReport();
            CompletableFuture<Void> written = write(events, caller, report);
            // Not where the request is answered: nobody may be there for that any more.
            written.whenComplete((all, failed) -> places.release());
            handedOver = true;
            request.future(() -> written.whenComplete((all, failed) -> report.answer(request)));
        } finally {
            if (!handedOver) {
                places.release();
            }
        }
    }

    private List<byte[]> readInPlace(Context request) {
        if (!readingPlaces.tryAcquire()) {
            throw new Refused(Refused.UNAVAILABLE, READ_AT_ONCE + " bodies of events are being read; try again");
        }
        try {
            return read(request);
        } finally {
            readingPlaces.release();
        }
    }

    private static List<byte[]> read(Context request) {
        String type = Body.type(request);
        if (!type.equals(Body.JSON) && !type.equals(EventSplit.JSON_LINES)) {
            throw new Refused(
                    Refused.BAD_REQUEST,
                    "Content-Type is '" + type
                            + "'; it must be application/json (an event or an array of events) or application/x-ndjson");
        }
        return EventSplit.events(type, Body.bytes(request, MOST_BYTES), MOST_EVENTS);
    }

    /** @return is complete once Kafka has taken or refused each */
    private CompletableFuture<Void> write(List<byte[]> events, Caller caller, EventsReport report) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            int number = index;
            byte[] bytes = events.get(index);
            Decoded decoded = EventDecoder.decode(bytes);
            if (decoded instanceof Decoded.Unreadable unreadable) {
                report.rejected(number, unreadable.reasons());
            } else if (bytes.length > Topic.MAX_RECORD_BYTES) {
                report.rejected(number, List.of(bytes.length + " bytes; the most is " + Topic.MAX_RECORD_BYTES));
            } else if (report.isCutOff()) {
                // In the order of the session, and without waiting for Kafka a thousand times.
                report.notTaken(number, List.of("Kafka did not take an event before it"));
            } else if (decoded instanceof Decoded.Readable readable && isAllowed(number, readable, caller, report)) {
                sent.add(send(number, readable.event(), bytes, report));
            }
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    private static boolean isAllowed(int number, Decoded.Readable readable, Caller caller, EventsReport report) {
        String tenant = readable.event().session().tenant();
        if (!caller.mayUse(tenant)) {
            report.rejected(
                    number,
                    List.of("the event is of tenant " + tenant + "; key '" + caller.name() + "' is for tenant "
                            + caller.tenant().orElseThrow() + " alone"));
        }
        return caller.mayUse(tenant);
    }

    private CompletableFuture<Void> send(int number, Event event, byte[] bytes, EventsReport report) {
        return writer.write(Topic.EVENTS, event.session().session(), bytes).handle((written, refused) -> {
            if (refused == null) {
                report.accepted();
            } else {
                report.notTaken(number, Unavailable.of("the event", refused));
            }
            return null;
        });
    }
}
