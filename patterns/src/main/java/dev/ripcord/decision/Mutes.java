package dev.ripcord.decision;

import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.RecordKey;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is muted, by the key of the mute's record. Not for use by several threads. */
public final class Mutes {
    /** People mute; of more the oldest are lost, so that what they muted halts again. */
    static final int MOST = 10_000;

    private final Map<String, Muted> mutes = new LinkedHashMap<>();

    /**
     * @param issuedAt of the newest record: one that was issued no later is an old one that somebody wrote again
     * @param until Kafka time from which on events halt again
     * @param knownUntil Kafka time until which an older record of the key would mute
     */
    public record Muted(String key, long issuedAt, long until, long knownUntil) {}

    Mutes(Collection<Muted> known) {
        known.forEach(one -> mutes.put(one.key(), one));
    }

    void apply(Mute mute) {
        Muted known = mutes.get(mute.key());
        if (known != null && mute.issuedAt() <= known.issuedAt()) {
            return;
        }
        long knownUntil = known == null ? mute.until() : Math.max(known.knownUntil(), mute.until());
        mutes.put(mute.key(), new Muted(mute.key(), mute.issuedAt(), mute.until(), knownUntil));
        if (mutes.size() > MOST) {
            Iterator<String> oldest = mutes.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    void remove(String key) {
        mutes.remove(key);
    }

    /** @return whether the signal's pattern is muted, or any scope that its session is in */
    boolean mutes(Signal signal) {
        return mutes(signal.pattern().id(), Situation.of(signal), signal.kafkaTime())
                || isMuted(signal.scope().key(), signal.kafkaTime());
    }

    /** @param at of the session that is to be halted */
    boolean mutes(String pattern, Situation at, long kafkaTime) {
        if (mutes.isEmpty()) {
            return false;
        }
        Subject subject = new Subject(at.tenant(), at.session(), at.root(), at.parent(), at.agent());
        return isMuted(RecordKey.of("pattern", pattern), kafkaTime)
                || subject.scopes().stream().map(Scope::key).anyMatch(scope -> isMuted(scope, kafkaTime));
    }

    private boolean isMuted(String muted, long kafkaTime) {
        Muted mute = mutes.get(muted + "/mute");
        return mute != null && kafkaTime < mute.until();
    }

    /** Forgets what mutes no event that is still to come. */
    void forgetUpTo(long kafkaTime) {
        mutes.values().removeIf(mute -> mute.knownUntil() <= kafkaTime);
    }

    List<Muted> known() {
        return List.copyOf(mutes.values());
    }
}
