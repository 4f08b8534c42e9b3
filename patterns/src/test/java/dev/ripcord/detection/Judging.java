package dev.ripcord.detection;

import dev.ripcord.event.Envelope;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Judges a log of several sessions, as an engine does: in memory, or with each session in state between its events. */
final class Judging {
    private final BiFunction<String, Long, ActivePatterns> patterns;
    private final DetectionLimits limits;
    private final boolean throughState;
    private Releases releases = Releases.NONE;
    private final Map<SessionKey, SessionState> sessions = new LinkedHashMap<>();
    private final List<Judgement> judgements = new ArrayList<>();

    private Judging(BiFunction<String, Long, ActivePatterns> patterns, DetectionLimits limits, boolean throughState) {
        this.patterns = patterns;
        this.limits = limits;
        this.throughState = throughState;
    }

    static Judging inMemory(PatternBook book) {
        return new Judging(book::at, DetectionLimits.DEFAULT, false);
    }

    static Judging inMemory(ActivePatterns patterns) {
        return inMemory(patterns, DetectionLimits.DEFAULT);
    }

    static Judging inMemory(ActivePatterns patterns, DetectionLimits limits) {
        return new Judging((tenant, time) -> patterns, limits, false);
    }

    static Judging throughState(PatternBook book) {
        return new Judging(book::at, DetectionLimits.DEFAULT, true);
    }

    static Judging throughState(ActivePatterns patterns) {
        return throughState(patterns, DetectionLimits.DEFAULT);
    }

    static Judging throughState(ActivePatterns patterns, DetectionLimits limits) {
        return new Judging((tenant, time) -> patterns, limits, true);
    }

    Judging released(Releases known) {
        releases = known;
        return this;
    }

    Judging judge(List<Envelope> log) {
        SessionDetector detector = new SessionDetector(limits);
        for (Envelope envelope : log) {
            SessionKey key = envelope.event().session();
            SessionState session = sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, limits));
            ActivePatterns inForce = patterns.apply(key.tenant(), envelope.kafkaTime());
            judgements.add(detector.judge(session, envelope, inForce, releases));
            sessions.put(key, throughState ? copy(session, limits) : session);
        }
        return this;
    }

    List<Judgement> judgements() {
        return judgements;
    }

    List<Signal> signals() {
        return judgements.stream()
                .flatMap(judgement -> judgement.signals().stream())
                .toList();
    }

    /** @return the signals as their topic holds them */
    List<String> json() {
        return signals().stream().map(Json::text).toList();
    }

    /** @return offsets of the completing events */
    List<Long> offsets() {
        return signals().stream().map(signal -> signal.position().offset()).toList();
    }

    SessionState session(String id) {
        return sessions.get(new SessionKey(SessionKey.DEFAULT_TENANT, id));
    }

    static SessionState copy(SessionState session, DetectionLimits limits) {
        try {
            return SessionState.read(new DataInputStream(new ByteArrayInputStream(bytes(session))), limits);
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    static byte[] bytes(SessionState session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            session.write(new DataOutputStream(bytes));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
