package dev.ripcord.detection;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.handoff;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The shipped patterns over drawn sessions, tuned and switched off and on while these run. */
class LibraryReplayTest {
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final List<Definition> LIBRARY =
            DefinitionReader.read(List.of(Path.of("library"))).definitions();

    @Test
    void aReplayThroughStateGivesTheSameBytesAlsoAcrossUpdates() {
        int signals = 0;
        for (int round = 0; round < 20; round++) {
            Random random = new Random(SEED + round);
            List<Envelope> log = log(drawn("x", random), drawn("y", random), drawn("z", random));
            PatternBook book = updatedMeanwhile(log);
            Judging whole = Judging.inMemory(book).judge(log);
            assertThat(Judging.throughState(updatedMeanwhile(log)).judge(log).json())
                    .as("seed %d", SEED + round)
                    .isEqualTo(whole.json());
            signals += whole.signals().size();
        }
        assertThat(signals).isGreaterThan(100);
    }

    @Test
    void anUpdateCountsFromItsTimeOn() {
        List<Envelope> log = log(drawn("x", new Random(SEED)));
        PatternBook book = updatedMeanwhile(log);
        long third = time(log, 1);
        long twoThirds = time(log, 2);
        List<Signal> signals = Judging.inMemory(book).judge(log).signals();
        assertThat(signals)
                .filteredOn(signal -> signal.kafkaTime() < third)
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.mode()).isEqualTo(Mode.SHADOW));
        assertThat(signals)
                .filteredOn(signal -> signal.kafkaTime() >= third && signal.kafkaTime() < twoThirds)
                .isEmpty();
        assertThat(signals)
                .filteredOn(signal -> signal.kafkaTime() >= twoThirds)
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.mode()).isEqualTo(Mode.ENFORCE));
    }

    /** In shadow at first, off from the first third of the log's time on, enforced from the second. */
    private static PatternBook updatedMeanwhile(List<Envelope> log) {
        PatternBook book = new PatternBook();
        long offset = 0;
        for (Definition definition : LIBRARY) {
            byte[] published = Json.bytes(PublishedDefinition.of(definition, "test"));
            book.apply(new PatternRecord(definition.key(), published, 0, offset++));
            book.apply(activation(definition, definition.hash(), Mode.SHADOW, 0, offset++));
            book.apply(activation(definition, null, Mode.SHADOW, time(log, 1), offset++));
            book.apply(activation(definition, definition.hash(), Mode.ENFORCE, time(log, 2), offset++));
        }
        return saidOfTools(book, log, offset);
    }

    /** Nothing at first; from a third of the log's time on that get is exempt, from the second that it waits. */
    private static PatternBook saidOfTools(PatternBook book, List<Envelope> log, long firstOffset) {
        long offset = firstOffset;
        int thirds = 1;
        for (String role : List.of("exempt", "waits, volatile: id")) {
            ToolProfile tools = Definitions.tools("of-get", "tools: [{tool: get, role: " + role + ", why: A test.}]");
            byte[] published = Json.bytes(PublishedDefinition.of(tools, "test"));
            book.apply(new PatternRecord(tools.key(), published, 0, offset++));
            book.apply(activation(tools, tools.hash(), Mode.ENFORCE, time(log, thirds++), offset++));
        }
        return book;
    }

    private static PatternRecord activation(Document definition, String hash, Mode mode, long at, long offset) {
        Activation activation = new Activation(1, definition.id(), hash, mode, Map.of(), at, "test", null);
        return new PatternRecord(definition.id(), Json.bytes(activation), 0, offset);
    }

    private static long time(List<Envelope> log, int thirds) {
        long first = log.get(0).kafkaTime();
        long last = log.get(log.size() - 1).kafkaTime();
        return first + (last - first) * thirds / 3;
    }

    /** An agent that does little else than repeat itself, at a cost, with a pause now and then. */
    private static Session drawn(String id, Random random) {
        Session session = session(id);
        for (int number = 0; number < 150; number++) {
            Draft[] steps = {
                call("get", "{id: " + random.nextInt(2) + "}").costing("0." + (1 + random.nextInt(9))),
                result("r" + random.nextInt(2)),
                error("timeout"),
                decision("look again"),
                handoff("planner", "coder"),
                handoff("coder", "planner"),
                message("still working on it"),
                state("h" + random.nextInt(3)),
            };
            session.every(Duration.ofSeconds(random.nextInt(90)))
                    .repeats(1 + random.nextInt(6), steps[random.nextInt(steps.length)]);
        }
        return session;
    }
}
