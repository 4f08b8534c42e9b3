package dev.ripcord.jobs.control;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.List;

/** What an operator writes to {@code ripcord.halts}, and how the topic holds it. */
public final class ControlRecords {
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    private ControlRecords() {}

    public static Scope session(String id) {
        return Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, id));
    }

    public static Release release(Scope scope, long issuedAt, Position... through) {
        return Release.of(Writer.OPERATOR, scope, "reviewed", MARIA, issuedAt, List.of(through));
    }

    public static Halt halt(Scope scope, long issuedAt) {
        return Halt.byOperator("halt-" + issuedAt, scope, "stop", MARIA, issuedAt, null, List.of());
    }

    public static ControlRecord at(long offset, long kafkaTime, HaltRecord record) {
        return new ControlRecord(record.key(), Json.bytes(record), kafkaTime, offset);
    }

    public static ControlRecord signed(long offset, long kafkaTime, HaltRecord record, SigningKey key) {
        return new ControlRecord(record.key(), key.sign(record), kafkaTime, offset);
    }

    public static ControlRecord tombstone(long offset, long kafkaTime, String key) {
        return new ControlRecord(key, null, kafkaTime, offset);
    }
}
