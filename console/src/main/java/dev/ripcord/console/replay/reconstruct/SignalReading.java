package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.console.replay.timeline.SeenSignal.MatchedClause;
import dev.ripcord.console.replay.timeline.SeenSignal.Seen;
import dev.ripcord.detection.Judgement;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings together the signals on record and those that judging again gives. */
final class SignalReading {
    private final Evidence evidence;
    private final StepNumbers numbers;

    SignalReading(Evidence evidence, StepNumbers numbers) {
        this.evidence = evidence;
        this.numbers = numbers;
    }

    /** @return the signals that the event completed; those judged again first, in the order of their definitions */
    List<SeenSignal> at(Position position, Judgement judgement) {
        Map<String, Signal> recorded = evidence.recorded().at(position).stream()
                .collect(Collectors.toMap(Signal::signalId, Function.identity()));
        List<SeenSignal> seen = new ArrayList<>();
        for (Signal again : judgement.signals()) {
            Signal record = recorded.remove(again.signalId());
            seen.add(record == null ? seen(again, Seen.RECOMPUTED) : seen(record, Seen.BOTH));
        }
        recorded.values().stream()
                .sorted(Comparator.comparing(Signal::signalId))
                .forEach(signal -> seen.add(seen(signal, Seen.RECORDED)));
        return seen;
    }

    private SeenSignal seen(Signal signal, Seen where) {
        String definition = signal.pattern().key();
        List<MatchedClause> matched = signal.matched().stream()
                .map(step -> new MatchedClause(
                        step.element(),
                        numbers.at(step.position()),
                        step.position(),
                        evidence.texts().where(definition, step.element())))
                .toList();
        return new SeenSignal(signal, where, matched);
    }
}
