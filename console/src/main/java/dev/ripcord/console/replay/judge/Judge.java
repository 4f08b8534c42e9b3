package dev.ripcord.console.replay.judge;

import dev.ripcord.detection.Attempt;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.ReleaseBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.event.Envelope;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Judges a session once more, as the guard did: by the definitions and releases that counted at each event, with the
 * code that judges live. The limits are the usual ones; a guard that was given others found otherwise.
 */
public final class Judge {
    private final DetectionLimits limits = DetectionLimits.DEFAULT;
    private final SessionDetector detector = new SessionDetector(limits);
    private final ReleaseBook releases = new ReleaseBook(limits);
    private final SessionState session;
    private final PatternsInTime patterns;
    private final Deque<HaltWord> words;
    private boolean begun;
    private boolean beganAnew;

    /** @param words of {@code ripcord.halts}, in their order; empty where nobody kept them */
    public Judge(SessionKey session, PatternsInTime patterns, List<HaltWord> words) {
        this.session = new SessionState(session, limits);
        this.patterns = patterns;
        this.words = new ArrayDeque<>(words);
    }

    /** @param word that came after all others */
    public void said(HaltWord word) {
        words.add(word);
    }

    public Judgement after(Envelope event) {
        while (!words.isEmpty() && words.peek().kafkaTime() <= event.kafkaTime()) {
            HaltWord word = words.poll();
            releases.apply(word.record(), word.kafkaTime(), word.offset());
        }
        boolean over = begun && event.kafkaTime() > session.overAfter();
        begun = true;
        String tenant = session.key().tenant();
        Judgement judgement = detector.judge(session, event, patterns.at(tenant, event.kafkaTime()), releases);
        beganAnew = over || judgement.step().filter(this::wasIdle).isPresent();
        return judgement;
    }

    private boolean wasIdle(Step step) {
        return step.facts().has(Fact.SESSION_IDLE)
                && step.facts().bits(Fact.SESSION_IDLE) > limits.fold().idle().toMillis();
    }

    /** @return whether the facts began anew before the latest event, because the session was silent for too long or over */
    public boolean beganAnew() {
        return beganAnew;
    }

    /** @return whether the log says that the session is over */
    public boolean ended() {
        return begun && session.ended();
    }

    /** @return how the session stands after the latest event; empty before the first */
    public Optional<SessionSummary> summary() {
        return begun ? Optional.of(session.summary()) : Optional.empty();
    }

    /** @return how far each definition has come that has begun to match */
    public List<Attempt> attempts() {
        return session.attempts();
    }
}
