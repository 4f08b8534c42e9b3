package dev.ripcord.schema;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.BlastRadius;
import dev.ripcord.pattern.EarlierActivation;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.DeadLetter;
import dev.ripcord.signal.Feedback;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.signal.MatchedStep;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Of each record that Ripcord writes the fullest and the barest instance. */
final class WrittenRecords {
    private static final String HASH = "0f3a5c7e9b1d2468";
    private static final String SIGNAL_ID = "abb1f66cdf21e6c600fd34e1798f0872";
    private static final long TIME = 1_767_225_608_000L;
    private static final Position POSITION = new Position(3, 1288);
    private static final Scope SCOPE = Scope.session(new SessionKey("acme", "invoice/9"));
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");
    private static final PatternReference PATTERN =
            new PatternReference("identical-call", HASH, 3, "The same call keeps giving the same result");
    private static final Map<String, Object> VALUES = Map.of(
            "outcome.count",
            4,
            "outcome.span",
            6_000L,
            "cost.ratio",
            22.0 / 3,
            "cost.step",
            new BigDecimal("1E-9"),
            "error.hidden",
            true);

    static final Signal FULL_SIGNAL = signal("batch-0", "batch-3", List.of(step("e-7", "search")), VALUES, true);

    static final Signal BARE_SIGNAL = signal(null, null, List.of(step(null, null)), null, false);

    static final Halt FULL_HALT = new Halt(
            1,
            SIGNAL_ID,
            Writer.GUARD,
            SCOPE,
            "again",
            new Actor(Actor.Kind.PATTERN, PATTERN.key()),
            TIME,
            TIME,
            POSITION,
            PATTERN,
            List.of(POSITION),
            VALUES,
            new BigDecimal("0.08"),
            SIGNAL_ID,
            List.of(POSITION),
            "key-1",
            "c2lnbmF0dXJl");

    static final Halt BARE_HALT = new Halt(
            1,
            SIGNAL_ID,
            Writer.OPERATOR,
            new Scope(ScopeKind.GLOBAL, null, null),
            "panic",
            MARIA,
            TIME,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    static final Release FULL_RELEASE =
            new Release(1, Writer.OPERATOR, SCOPE, "checked", MARIA, TIME, List.of(POSITION), "key-1", "c2lnbmF0dXJl");

    static final Release BARE_RELEASE = new Release(
            1,
            Writer.OPERATOR,
            new Scope(ScopeKind.TENANT, "acme", null),
            "checked",
            MARIA,
            TIME,
            List.of(),
            null,
            null);

    static final Mute FULL_MUTE = new Mute(1, SCOPE, null, "watching", MARIA, TIME, TIME, "key-1", "c2lnbmF0dXJl");

    static final Mute BARE_MUTE = Mute.ofPattern("cost-spike", "watching", MARIA, TIME, TIME);

    static final Acknowledgement FULL_ACKNOWLEDGEMENT = new Acknowledgement(
            1,
            SIGNAL_ID,
            SCOPE,
            "acme",
            "invoice/9",
            "validator",
            Acknowledgement.Status.REFUSED,
            "a payment must not stop half-way",
            "ripcord-java/0.1.0",
            TIME);

    static final Acknowledgement BARE_ACKNOWLEDGEMENT = new Acknowledgement(
            1, SIGNAL_ID, SCOPE, "acme", "invoice/9", null, Acknowledgement.Status.STOPPED, null, null, TIME);

    static final Activation FULL_ACTIVATION = new Activation(
            1,
            "identical-call",
            HASH,
            Mode.ENFORCE,
            Map.of("times", 4, "ratio", 2.5, "window", "10m", "strict", false),
            TIME,
            "maria",
            "a week in shadow",
            List.of(new EarlierActivation(HASH, Mode.SHADOW, Map.of("times", 4), TIME, "maria", "to look at it")));

    static final Activation BARE_ACTIVATION =
            new Activation(1, "identical-call", null, Mode.SHADOW, null, null, "maria", null);

    static final Feedback FULL_FEEDBACK = new Feedback(
            1,
            SIGNAL_ID,
            Feedback.Verdict.FINE,
            PATTERN,
            "acme",
            "invoice/9",
            "validator",
            POSITION,
            "it waits for a person",
            MARIA,
            TIME);

    static final Feedback BARE_FEEDBACK = new Feedback(
            1, SIGNAL_ID, Feedback.Verdict.RIGHT, PATTERN, "default", "s", "a", POSITION, null, MARIA, TIME);

    static final PublishedDefinition DEFINITION =
            new PublishedDefinition(1, "identical-call", HASH, 3, "id: identical-call\n", "maria");

    static final SessionSummary FULL_SUMMARY = new SessionSummary(
            1,
            "acme",
            "invoice/9",
            "batch-3",
            "batch-0",
            "validator",
            SessionSummary.State.ENDED,
            TIME - 8_000,
            TIME,
            POSITION,
            9,
            4,
            new BigDecimal("12"),
            8_208L,
            new SessionSummary.Progress("tool-cycle@" + HASH, 1),
            SIGNAL_ID,
            new SessionSummary.Coverage("partial", List.of("no tool arguments"), 1, 2, 3, 4));

    static final SessionSummary BARE_SUMMARY = new SessionSummary(
            1,
            "default",
            "s",
            null,
            null,
            "a",
            SessionSummary.State.ACTIVE,
            0,
            0,
            new Position(0, 0),
            0,
            0,
            null,
            null,
            null,
            null,
            new SessionSummary.Coverage("blind", null, 0, 0, 0, 0));

    static final Heartbeat FULL_HEARTBEAT = new Heartbeat(1, 3, 1288, TIME, 2L, 40L, TIME + 740);

    static final Heartbeat BARE_HEARTBEAT = new Heartbeat(1, 3, -1, null, null, null, TIME);

    static final PatternStatus FULL_STATUS = new PatternStatus(
            1,
            "identical-call",
            "identical-call",
            HASH,
            PatternStatus.Status.LATE,
            13,
            List.of("read after events that it should have judged"),
            TIME);

    static final PatternStatus BARE_STATUS =
            new PatternStatus(1, "?", null, null, PatternStatus.Status.REFUSED, 0, null, null);

    static final DeadLetter FULL_DEAD_LETTER = new DeadLetter(
            1, List.of("session_id is missing; it must be a string"), POSITION, TIME, 71, "ab".repeat(32), "e30=");

    static final DeadLetter BARE_DEAD_LETTER =
            new DeadLetter(1, List.of("the record is empty"), POSITION, TIME, 0, "00".repeat(32), null);

    private WrittenRecords() {}

    private static MatchedStep step(String eventId, String tool) {
        return new MatchedStep("stuck", POSITION, TIME, "tool_response", eventId, "validator", tool);
    }

    private static Signal signal(
            String root, String parent, List<MatchedStep> matched, Map<String, Object> values, boolean full) {
        return new Signal(
                1,
                SIGNAL_ID,
                PATTERN,
                full ? Mode.ENFORCE : Mode.SHADOW,
                full ? Action.PAUSE : Action.OBSERVE,
                full ? Severity.CRITICAL : Severity.INFO,
                SCOPE,
                "acme",
                "invoice/9",
                root,
                parent,
                "validator",
                POSITION,
                TIME,
                TIME + 3,
                full ? "search gave the same result 4 times in 6s" : "",
                matched,
                values,
                values,
                full ? new BigDecimal("0.08") : null,
                full ? "full" : "blind",
                full ? Escalation.PARENT : null,
                full ? BlastRadius.EXEMPT : null);
    }
}
