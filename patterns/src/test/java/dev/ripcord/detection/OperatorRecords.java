package dev.ripcord.detection;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.SessionKey;
import java.util.List;

/** What operators say about sessions of the default tenant. */
final class OperatorRecords {
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    private OperatorRecords() {}

    static Scope session(String id) {
        return Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, id));
    }

    static Scope lineage(String root) {
        return new Scope(ScopeKind.LINEAGE, SessionKey.DEFAULT_TENANT, root);
    }

    static Release release(Scope scope, long issuedAt) {
        return Release.of(Writer.OPERATOR, scope, "reviewed", MARIA, issuedAt, List.of());
    }

    static Halt halt(Scope scope, long issuedAt) {
        return Halt.byOperator("h" + issuedAt, scope, "stop", MARIA, issuedAt, null, List.of());
    }

    /** @param times of the records; each counts half a second later */
    static ReleaseBook released(Scope scope, long... times) {
        ReleaseBook book = new ReleaseBook(DetectionLimits.DEFAULT);
        for (long time : times) {
            book.apply(release(scope, time), time, time);
        }
        return book;
    }
}
