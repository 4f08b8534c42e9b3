package dev.ripcord.jobs.detect;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A log in two halves, with each kind of session broken in the middle: the savepoints in the test resources were taken
 * after the first half. So neither half may change, nor may the patterns, which are not those of the library for that.
 */
final class BrokenLog {
    private static final long BREAK = Session.START + 12_500;
    private static final Path PATTERNS = Path.of("src/test/resources/savepoints/patterns");
    private static final Draft STATUS = call("status", "{ref: 1}");
    private static final Draft PENDING = result("{state: pending}");

    private BrokenLog() {}

    static List<Envelope> before() {
        return all().stream().filter(event -> event.kafkaTime() <= BREAK).toList();
    }

    static List<Envelope> after() {
        return all().stream().filter(event -> event.kafkaTime() > BREAK).toList();
    }

    static List<Envelope> all() {
        return log(
                session("fresh").at(Session.START + 8_000).repeats(4, STATUS, PENDING),
                session("spike").repeats(11, cost("0.01")).repeats(3, cost("0.40")),
                session("signalled").repeats(10, STATUS, PENDING),
                session("released").repeats(4, STATUS, PENDING).repeats(5, STATUS, PENDING),
                session("ended")
                        .repeats(2, STATUS, PENDING)
                        .then(end())
                        .after(Duration.ofSeconds(10))
                        .then(STATUS, PENDING.id("ended-4"), STATUS, PENDING),
                session("größe-✓").tenant("acme").repeats(14, decision("again"), call("plan"), error("no plan")),
                session("begins-later").at(Session.START + 13_000).repeats(5, STATUS, PENDING));
    }

    /** Between the fourth round of the session and its fifth. */
    static List<ControlRecord> released() {
        return List.of(ControlRecords.at(
                0, Session.START + 7_200, ControlRecords.release(ControlRecords.session("released"), 1)));
    }

    static List<PatternRecord> patterns() {
        List<PatternRecord> records = new ArrayList<>();
        for (Definition definition : DefinitionReader.read(List.of(PATTERNS)).definitions()) {
            records.addAll(PatternRecords.enforced(definition, records.size(), 0));
        }
        return records;
    }
}
