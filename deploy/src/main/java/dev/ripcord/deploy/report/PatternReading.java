package dev.ripcord.deploy.report;

import dev.ripcord.deploy.feedback.FeedbackLog;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.report.PatternReport.Example;
import dev.ripcord.deploy.report.PatternReport.FeedbackCounts;
import dev.ripcord.deploy.signals.SignalFeed;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.Feedback.Verdict;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Topic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what a pattern has found from the topics. */
public final class PatternReading {
    private static final String CONSEQUENCE = "nothing was reported";

    private final KafkaAddress kafka;
    private final int mostExamples;
    private final Consumer<String> remarks;

    /** @param remarks is told what could not be read */
    public PatternReading(KafkaAddress kafka, int mostExamples, Consumer<String> remarks) {
        this.kafka = kafka;
        this.mostExamples = mostExamples;
        this.remarks = remarks;
    }

    /**
     * @param since milliseconds since the epoch; where it is given, signals of earlier definitions of the id count too.
     *     Empty: since the latest activation
     * @throws dev.ripcord.deploy.outcome.Refusal where the id is not active
     */
    public PatternReport report(String id, Optional<Long> since) throws InterruptedException {
        var activation = PatternLog.read(kafka).requireActive(id, CONSEQUENCE).activation();
        long from = since.orElse(activation.activateAt());
        var found = found(activation, from, since.isPresent());
        var feedback = FeedbackLog.readIfThere(kafka, CONSEQUENCE);
        feedback.unreadable().forEach(remarks);
        var latest = found.latestFirst();
        return new PatternReport(
                latest.stream().findFirst().map(Signal::pattern).orElse(null),
                latest.stream().findFirst().map(Signal::action).orElse(null),
                activation,
                from,
                found.count(),
                found.unheeded(),
                found.firsts().size(),
                found.agents(),
                found.tools(),
                sum(found.firsts().values().stream().map(Signal::spendUsd)),
                spentAfter(found, from),
                counts(latest, feedback),
                examples(latest, feedback));
    }

    private PatternSignals found(Activation activation, long from, boolean everyDefinition) {
        var found = new PatternSignals();
        try (var log = TopicLog.fromTime(kafka, Topic.SIGNALS, from)) {
            new SignalFeed(log, remarks).toEnd(record -> {
                var signal = record.signal();
                if (signal.pattern().id().equals(activation.id())
                        && signal.kafkaTime() >= from
                        && (everyDefinition || signal.pattern().hash().equals(activation.hash()))) {
                    found.add(record);
                }
            });
        }
        return found;
    }

    private BigDecimal spentAfter(PatternSignals found, long from) {
        var now = new SpendNow(kafka, from);
        if (!now.isWhole()) {
            remarks.accept("ripcord.sessions could not be read to its end in time: what was spent after is not known");
            return null;
        }
        return sum(found.firsts().values().stream().map(now::since));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
    }

    private static FeedbackCounts counts(List<Signal> signals, FeedbackLog feedback) {
        var verdicts = signals.stream()
                .flatMap(signal -> feedback.on(signal.signalId()).stream())
                .map(word -> word.verdict())
                .toList();
        long fine = verdicts.stream().filter(Verdict.FINE::equals).count();
        return new FeedbackCounts(fine, verdicts.size() - fine, signals.size() - verdicts.size());
    }

    private List<Example> examples(List<Signal> signals, FeedbackLog feedback) {
        return signals.stream()
                .filter(signal -> feedback.on(signal.signalId()).isEmpty())
                .limit(mostExamples)
                .map(signal -> new Example(
                        signal.signalId(),
                        signal.kafkaTime(),
                        signal.tenantId(),
                        signal.sessionId(),
                        signal.agentId(),
                        signal.message(),
                        signal.spendUsd()))
                .toList();
    }
}
