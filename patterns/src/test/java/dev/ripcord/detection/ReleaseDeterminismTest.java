package dev.ripcord.detection;

import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Signals are a pure function of events, patterns and releases with their Kafka times, whenever a release is read
 * before it counts. Drawn, with the seed told on failure.
 */
class ReleaseDeterminismTest {
    private static final long SEED = Long.getLong("seed", 20_260_201L);
    private static final int ROUNDS = 60;
    private static final DetectionLimits LIMITS = DetectionLimits.DEFAULT;

    private static final PatternBook PATTERNS = PatternBook.enforcing(List.of(
            definition("runs", "sequence: [{name: a, where: \"event.type == 'a'\", times: 3}]"),
            definition(
                    "pair",
                    "sequence: [{name: a, where: \"event.type == 'a'\"}, {name: b, where: \"event.type == 'b'\"}]"),
            definition("many", "sequence: [{name: any, where: \"session.steps >= 6\"}]")));

    private record Said(HaltRecord record, long kafkaTime, long offset) {}

    @Test
    void itDoesNotMatterWhenAReleaseIsReadOnceItIsReadBeforeItCounts() {
        int released = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            List<Envelope> log = merged(random);
            List<Said> said = releases(random, log);
            Run known = new Run(log.size() + 1, true).judge(log, said);
            for (int again = 0; again < 4; again++) {
                Run asItComes = new Run(random.nextInt(log.size()), again % 2 == 0).judge(log, said);
                assertThat(asItComes.signals).as("seed %d", SEED + round).isEqualTo(known.signals);
                assertThat(asItComes.states()).as("seed %d", SEED + round).isEqualTo(known.states());
            }
            assertThat(known.late).as("seed %d", SEED + round).isZero();
            released += known.released;
        }
        assertThat(released).isGreaterThan(3 * ROUNDS);
    }

    @Test
    void anEngineThatForgetsFindsTheSame() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            List<Envelope> log = merged(random);
            List<Said> said = releases(random, log);
            Run forgetting = new Run(log.size() + 1, true);
            forgetting.forgets = true;
            assertThat(forgetting.judge(log, said).signals)
                    .as("seed %d", SEED + round)
                    .isEqualTo(new Run(log.size() + 1, false).judge(log, said).signals);
        }
    }

    /** One engine: how many events before the first that it covers a release is read, and whether state is written. */
    private static final class Run {
        private final int ahead;
        private final boolean throughState;
        private final ReleaseBook book = new ReleaseBook(LIMITS);
        private final Map<SessionKey, SessionState> sessions = new HashMap<>();
        private final List<String> signals = new ArrayList<>();
        private boolean forgets;
        private int released;
        private int late;

        private Run(int ahead, boolean throughState) {
            this.ahead = ahead;
            this.throughState = throughState;
        }

        private Run judge(List<Envelope> log, List<Said> said) {
            SessionDetector detector = new SessionDetector(LIMITS);
            int read = 0;
            for (int index = 0; index < log.size(); index++) {
                Envelope envelope = log.get(index);
                // What counts at this event, or at one of those ahead of it, has been read by now.
                long readUpTo = log.get(Math.min(log.size() - 1, index + ahead)).kafkaTime();
                while (read < said.size() && said.get(read).kafkaTime() + Activation.NOTICE_MILLIS <= readUpTo) {
                    Said next = said.get(read++);
                    book.apply(next.record(), next.kafkaTime(), next.offset());
                }
                if (forgets) {
                    book.forgetUpTo(envelope.kafkaTime());
                }
                judge(detector, envelope);
            }
            return this;
        }

        private void judge(SessionDetector detector, Envelope envelope) {
            SessionKey key = envelope.event().session();
            SessionState session = sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, LIMITS));
            Judgement judgement =
                    detector.judge(session, envelope, PATTERNS.at(key.tenant(), envelope.kafkaTime()), book);
            judgement.signals().forEach((Signal signal) -> signals.add(Json.text(signal)));
            released += judgement.released() == Released.NO ? 0 : 1;
            late += judgement.released() == Released.LATE ? 1 : 0;
            sessions.put(key, throughState ? Judging.copy(session, LIMITS) : session);
        }

        private List<String> states() {
            return sessions.values().stream()
                    .sorted(Comparator.comparing(session -> session.key().key()))
                    .map(session -> new String(Judging.bytes(session), StandardCharsets.ISO_8859_1))
                    .toList();
        }
    }

    /** Four sessions, three of them of one lineage, in the order of their Kafka times. */
    private static List<Envelope> merged(Random random) {
        Session alone = drawn(session("x"), random);
        Session parent = drawn(session("y").root("y"), random);
        Session child = drawn(session("z").root("y").parent("y"), random);
        Session lateToSay = drawn(drawn(session("w"), random).root("y"), random);
        return Stream.of(
                        alone.envelopes(0, 0),
                        parent.envelopes(1, 0),
                        child.envelopes(2, 0),
                        lateToSay.envelopes(3, 0))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Envelope::kafkaTime))
                .toList();
    }

    private static Session drawn(Session session, Random random) {
        for (int number = 0; number < 40; number++) {
            Duration apart = random.nextInt(25) == 0
                    ? Duration.ofHours(random.nextInt(8))
                    : Duration.ofMillis(random.nextInt(700));
            session.every(apart).then(event(random.nextInt(3) == 0 ? "b" : "a"));
        }
        return session;
    }

    private static List<Said> releases(Random random, List<Envelope> log) {
        List<Scope> scopes = List.of(
                OperatorRecords.session("x"),
                OperatorRecords.session("y"),
                OperatorRecords.session("z"),
                OperatorRecords.lineage("y"),
                OperatorRecords.lineage("x"));
        List<Long> times = random.ints(10, 0, log.size())
                .mapToObj(index -> log.get(index).kafkaTime() - random.nextInt(800))
                .sorted()
                .toList();
        List<Said> said = new ArrayList<>();
        for (int number = 0; number < times.size(); number++) {
            Scope scope = scopes.get(random.nextInt(scopes.size()));
            HaltRecord record = random.nextInt(4) == 0
                    ? OperatorRecords.halt(scope, random.nextInt(12))
                    : OperatorRecords.release(scope, number + random.nextInt(3));
            said.add(new Said(record, times.get(number), number));
        }
        return said;
    }

    private static Definition definition(String id, String sequence) {
        return Definitions.definition(id, sequence, "within: 1h", "rearm: 1m");
    }
}
