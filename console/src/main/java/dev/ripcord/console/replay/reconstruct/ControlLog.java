package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.judge.HaltWord;
import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.Control.Kind;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What was said about the session from outside, in the order of Kafka's time: halts, pauses, releases and mutes of any
 * scope that it lies in, and what agents answered.
 */
public final class ControlLog {
    private final List<Control> inOrder = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private int next;

    ControlLog(List<HaltWord> halts, List<Answer> answers) {
        add(halts, answers);
    }

    /** Adds what was said since; what was handed over already stays before it. */
    void add(List<HaltWord> halts, List<Answer> answers) {
        halts.stream().map(ControlLog::control).filter(Objects::nonNull).forEach(inOrder::add);
        answers.stream()
                .filter(answer -> answered.add(answer.words()))
                .map(ControlLog::control)
                .forEach(inOrder::add);
        inOrder.subList(next, inOrder.size()).sort(Comparator.comparingLong(Control::kafkaTime));
    }

    /** An agent's answer to a halt, with the broker's time of it. */
    public record Answer(Acknowledgement acknowledgement, long kafkaTime) {
        /** Agents answer at least once: of each halt and status the first counts. */
        private String words() {
            return acknowledgement.haltId() + " " + acknowledgement.status();
        }
    }

    /** @return what was said up to that Kafka time and not handed over yet, as far as it concerns the session */
    List<Control> until(long kafkaTime, Subject session, Set<String> agents) {
        if (next == inOrder.size() || inOrder.get(next).kafkaTime() > kafkaTime) {
            return List.of();
        }
        Set<Scope> scopes = new HashSet<>(session.scopes());
        agents.forEach(
                agent -> scopes.addAll(new Subject(session.tenant(), session.session(), null, null, agent).scopes()));
        List<Control> found = new ArrayList<>();
        while (next < inOrder.size() && inOrder.get(next).kafkaTime() <= kafkaTime) {
            Control control = inOrder.get(next++);
            if (scopes.contains(control.scope())) {
                found.add(control);
            }
        }
        return found;
    }

    private static Control control(HaltWord word) {
        HaltRecord record = word.record();
        if (record instanceof Halt halt) {
            return new Control(
                    halt.expiresAt() == null ? Kind.HALT : Kind.PAUSE,
                    word.kafkaTime(),
                    halt.haltId(),
                    halt.scope(),
                    halt.actor().name(),
                    halt.reason(),
                    halt.position());
        }
        if (record instanceof Release release) {
            return new Control(
                    Kind.RELEASE,
                    word.kafkaTime(),
                    null,
                    release.scope(),
                    release.actor().name(),
                    release.reason(),
                    null);
        }
        Mute mute = (Mute) record;
        return mute.scope() == null
                ? null
                : new Control(
                        Kind.MUTE,
                        word.kafkaTime(),
                        null,
                        mute.scope(),
                        mute.actor().name(),
                        mute.reason(),
                        null);
    }

    private static Control control(Answer answer) {
        Acknowledgement said = answer.acknowledgement();
        Kind kind = switch (said.status()) {
            case RECEIVED -> Kind.RECEIVED;
            case STOPPED -> Kind.STOPPED;
            case REFUSED -> Kind.REFUSED;
        };
        return new Control(kind, answer.kafkaTime(), said.haltId(), said.scope(), said.client(), said.reason(), null);
    }
}
