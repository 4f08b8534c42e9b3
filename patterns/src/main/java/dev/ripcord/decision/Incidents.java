package dev.ripcord.decision;

import dev.ripcord.signal.Signal;
import dev.ripcord.topic.RecordKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Halts of one cause, grouped for people: of one definition in one tenant, none long after the one before. */
public final class Incidents {
    private final long gapMillis;
    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    /**
     * @param cause the definition's id@hash and the tenant
     * @param id of the first halt
     * @param newest Kafka time of the latest
     * @param askedAbout whether people were told that halts of it are held
     */
    public record Incident(String cause, String id, long newest, boolean askedAbout) {}

    Incidents(DecisionLimits limits, Collection<Incident> known) {
        gapMillis = limits.incidentGap().toMillis();
        known.forEach(one -> incidents.put(one.cause(), one));
    }

    /** @return id of the incident that the signal's halt belongs to: its own where it is the first */
    String join(Signal signal) {
        Incident known = incidents.get(cause(signal));
        boolean goesOn = known != null && signal.kafkaTime() - known.newest() < gapMillis;
        Incident joined = goesOn
                ? new Incident(known.cause(), known.id(), newest(known, signal), known.askedAbout())
                : new Incident(cause(signal), signal.signalId(), signal.kafkaTime(), false);
        incidents.put(joined.cause(), joined);
        return joined.id();
    }

    /** @return whether people must be asked about the incident; true once */
    boolean asks(Signal signal) {
        Incident known = incidents.get(cause(signal));
        incidents.put(known.cause(), new Incident(known.cause(), known.id(), known.newest(), true));
        return !known.askedAbout();
    }

    private static long newest(Incident known, Signal signal) {
        return Math.max(known.newest(), signal.kafkaTime());
    }

    private static String cause(Signal signal) {
        return RecordKey.of(signal.pattern().key(), signal.tenantId());
    }

    /** Forgets what no event later than that belongs to. */
    void forgetUpTo(long kafkaTime) {
        incidents.values().removeIf(one -> kafkaTime - one.newest() >= gapMillis);
    }

    List<Incident> known() {
        return List.copyOf(incidents.values());
    }
}
