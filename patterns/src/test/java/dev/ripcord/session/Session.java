package dev.ripcord.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.EventTypes;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A session that grows event by event, one each second unless told otherwise.
 *
 * <p>What a method sets counts for the events added after it. Each event has an id, {@code <session>-<n>} from 1, so
 * that {@link Draft#id} can repeat one. What comes out has gone through the real decoder.
 */
public final class Session {
    /** 2026-01-01T00:00:00Z. */
    public static final long START = 1_767_225_600_000L;

    private final String id;
    private final List<Written> written = new ArrayList<>();
    private final ObjectNode keys = Json.MAPPER.createObjectNode();
    private long nextTime = START;
    private Duration gap = Duration.ofSeconds(1);
    private Duration ahead = Duration.ZERO;
    private boolean ids = true;
    private String latestTool;

    private record Written(byte[] json, long kafkaTime) {}

    Session(String id) {
        this.id = id;
        keys.put("session_id", id).put("agent_id", "agent");
    }

    public Session agent(String agent) {
        keys.put("agent_id", agent);
        return this;
    }

    public Session tenant(String tenant) {
        keys.put("tenant_id", tenant);
        return this;
    }

    public Session parent(String parentSession) {
        keys.put("parent_session_id", parentSession);
        return this;
    }

    public Session root(String rootSession) {
        keys.put("root_session_id", rootSession);
        return this;
    }

    /** The broker's time of the next event, milliseconds since the epoch. */
    public Session at(long time) {
        nextTime = time;
        return this;
    }

    /** How far the next events are apart. */
    public Session every(Duration apart) {
        gap = apart;
        return this;
    }

    /** Lets time pass before the next event, on top of the usual gap. */
    public Session after(Duration idle) {
        nextTime += idle.toMillis();
        return this;
    }

    /** The producer's clock is ahead of the broker's; behind where negative. */
    public Session clockAhead(Duration difference) {
        ahead = difference;
        return this;
    }

    /** The next events have no event_id. */
    public Session withoutIds() {
        ids = false;
        return this;
    }

    public Session then(Draft... drafts) {
        for (Draft draft : drafts) {
            write(draft);
        }
        return this;
    }

    public Session repeats(int times, Draft... drafts) {
        return repeats(times, round -> List.of(drafts));
    }

    /** @param answer from the round, counted from 0 */
    public Session repeats(int times, Draft first, IntFunction<Draft> answer) {
        return repeats(times, round -> List.of(first, answer.apply(round)));
    }

    /** @param round its events, from the round's number, counted from 0 */
    public Session repeats(int times, IntFunction<List<Draft>> round) {
        for (int number = 0; number < times; number++) {
            round.apply(number).forEach(this::write);
        }
        return this;
    }

    /** @return the records' values, as a producer writes them */
    public List<byte[]> json() {
        return written.stream().map(Written::json).toList();
    }

    public List<Event> events() {
        return written.stream().map(record -> decoded(record.json())).toList();
    }

    /** @return the session alone in partition 0, from offset 0 */
    public List<Envelope> envelopes() {
        return envelopes(0, 0);
    }

    public List<Envelope> envelopes(int partition, long firstOffset) {
        List<Envelope> envelopes = new ArrayList<>();
        for (Written record : written) {
            Position position = new Position(partition, firstOffset + envelopes.size());
            envelopes.add(new Envelope(position, record.kafkaTime(), decoded(record.json()), record.json()));
        }
        return envelopes;
    }

    private void write(Draft draft) {
        ObjectNode payload = draft.payload().deepCopy();
        if (draft.is(EventTypes.TOOL_RESPONSE) && latestTool != null) {
            payload.putIfAbsent("tool_name", TextNode.valueOf(latestTool));
        }
        latestTool = payload.path("tool_name").asText(latestTool);
        ObjectNode event = keys.deepCopy().put("timestamp", nextTime + ahead.toMillis());
        if (ids) {
            event.put("event_id", id + "-" + (written.size() + 1));
        }
        event.setAll(draft.keys());
        written.add(new Written(Json.bytes(event.set("payload", payload)), nextTime));
        nextTime += gap.toMillis();
    }

    private static Event decoded(byte[] json) {
        Decoded decoded = EventDecoder.decode(json);
        if (decoded instanceof Decoded.Readable readable) {
            return readable.event();
        }
        throw new IllegalArgumentException(((Decoded.Unreadable) decoded).reason());
    }
}
