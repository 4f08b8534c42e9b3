package dev.ripcord.decision;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What stood on {@code ripcord.halts} when the job started, by scope.
 *
 * <p>After a recovery signals come again before the topic is read back. Whoever judged them by what the checkpoint knew
 * would write old halts over newer ones, and take for halted what was released meanwhile. So each scope joins what the
 * topic says of it before its first news, and is forgotten here then.
 */
public final class TopicWords {
    private final DecisionLimits limits;
    private final Map<String, Words> words = new HashMap<>();

    record Words(OperatorWord operator, GuardWord guard) {
        static final Words NONE = new Words(OperatorWord.NONE, GuardWord.NONE);
    }

    public TopicWords(DecisionLimits limits) {
        this.limits = limits;
    }

    /** Takes a record of the topic, in its order. */
    public void apply(HaltRecord record, long kafkaTime) {
        if (record instanceof Halt halt) {
            change(
                    halt.scope(),
                    known -> halt.writer() == Writer.GUARD
                            ? new Words(known.operator(), known.guard().after(halt, kafkaTime))
                            : known.operator().isNews(halt)
                                    ? new Words(known.operator().after(halt, kafkaTime), known.guard())
                                    : known);
        } else if (record instanceof Release release) {
            change(
                    release.scope(),
                    known -> release.writer() == Writer.GUARD
                            ? new Words(known.operator(), known.guard().after(release, kafkaTime))
                            : known.operator().isNews(release)
                                    ? new Words(
                                            known.operator()
                                                    .after(release, kafkaTime, limits.isStale(release, kafkaTime)),
                                            known.guard())
                                    : known);
        }
    }

    private void change(Scope scope, UnaryOperator<Words> change) {
        words.merge(scope.key(), change.apply(Words.NONE), (known, first) -> change.apply(known));
    }

    /** @return what is to be joined before the scope's first news; empty afterwards */
    Optional<Words> take(Scope scope) {
        return words.isEmpty() ? Optional.empty() : Optional.ofNullable(words.remove(scope.key()));
    }
}
