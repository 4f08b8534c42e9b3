package dev.ripcord.jobs;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.detection.RandomDefinition;
import dev.ripcord.event.Envelope;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws what may happen to some sessions within two days: definitions of all constructs, activated, tuned, rolled back
 * and deactivated between events; overrides by tenant, agent and tool; what is said of tools, and taken back; halts
 * and releases of sessions and lineages; sessions that fall silent, end, and go on too late.
 */
final class DrawnHistory {
    private static final int PARTS = 6;
    private static final int SESSIONS = 9;
    private static final int PARTITIONS = 3;
    private static final int EVENTS = 16;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(7),
            Duration.ofDays(1));

    /** What finds equal calls, and what of a call is said to differ or not to count. */
    private static final List<Document> OF_CALLS =
            DefinitionReader.read("of-calls", """
                    id: again
                    version: 1
                    title: The same call again
                    why: To see what counts as one
                    action: halt
                    severity: critical
                    sequence:
                      - name: again
                        where: call.in_a_row >= 2
                    rearm: 4ms
                    message: "{call.in_a_row}"
                    ---
                    kind: tools
                    id: of-some
                    version: 2
                    title: What is said of some
                    tools:
                      - { tool: 'call-1', role: exempt, why: A test. }
                      - { tool: 'call-*', volatile: token, why: A test. }
                    ---
                    kind: tools
                    id: of-one-agent
                    version: 2
                    title: What is said of the tools of one agent
                    applies_to: { tenant: acme, agent: agent-1 }
                    tools:
                      - { tool: ['call-0', 'call-1'], role: acts, volatile: token, why: A test. }
                    """).documents();

    private final Random random;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private long patternOffset;
    private long controlOffset;

    private DrawnHistory(long seed) {
        random = new Random(seed);
        for (int number = 0; number < SESSIONS; number++) {
            Session session = session("s" + number).agent("agent-" + number % 2);
            if (number % 3 == 0) {
                session.tenant("acme");
            }
            sessions.add(number % 3 == 2 ? session.root("s" + (number - 1)).parent("s" + (number - 1)) : session);
        }
        documents.add(tuned(1, "'a', 'b'"));
        documents.add(tuned(2, "'c', 'd'"));
        while (documents.size() < 5) {
            documents.addAll(DefinitionReader.read("drawn", RandomDefinition.text(random))
                    .documents());
        }
        documents.addAll(OF_CALLS);
    }

    static History draw(long seed) {
        DrawnHistory drawing = new DrawnHistory(seed);
        List<History.Part> parts = new ArrayList<>();
        long start = Session.START;
        for (int part = 0; part < PARTS; part++) {
            parts.add(new History.Part(
                    part == 0 ? drawing.first(start) : drawing.changes(start),
                    drawing.control(start),
                    drawing.events(start)));
            start += PAUSES.get(drawing.random.nextInt(PAUSES.size())).toMillis();
        }
        return new History(parts, PARTITIONS);
    }

    /** A definition with parameters to tune and with overrides of each kind. */
    static Definition tuned(int version, String types) {
        return DefinitionReader.read("tuned", """
                        id: tuned
                        version: %d
                        title: Some steps of some types
                        why: To be tuned
                        action: halt
                        severity: critical
                        parameters:
                          times: { default: 3, minimum: 1, description: how many }
                          least: { default: 1, description: steps before it }
                        sequence:
                          - name: run
                            where: event.type in [%s] && session.steps >= params.least
                            times: params.times
                            within: 1s
                        within: 10s
                        rearm: 4ms
                        overrides:
                          - tenant: acme
                            parameters: { times: 2 }
                          - agent: agent-1
                            parameters: { least: 6 }
                          - tool: '2'
                            parameters: { least: 12 }
                        message: "{session.steps}"
                        """.formatted(version, types))
                .definitions()
                .get(0);
    }

    /** All is published; one of each id is activated long before the first event. */
    private List<PatternRecord> first(long start) {
        long time = start - 10_000;
        List<PatternRecord> records = new ArrayList<>();
        for (Document document : documents) {
            records.add(new PatternRecord(
                    document.key(), Json.bytes(PublishedDefinition.of(document, "test")), time, patternOffset++));
        }
        documents.stream()
                .filter(document -> document.version() == 1)
                .forEach(document -> records.add(activation(document, Map.of(), null, time)));
        return records;
    }

    /** What counts from 100 ms after the start of the part on, or later. */
    private List<PatternRecord> changes(long start) {
        List<PatternRecord> records = new ArrayList<>();
        for (Document document : documents) {
            Long later = random.nextInt(3) == 0 ? Long.valueOf(start + random.nextInt(3_000)) : null;
            switch (random.nextInt(6)) {
                case 0 -> records.add(activation(document, parameters(), later, start - 400));
                case 1 -> records.add(activation(document, Map.of(), later, start - 400));
                case 2 -> records.add(deactivation(document, later, start - 400));
                case 3 -> records.add(new PatternRecord(document.id(), null, start - 400, patternOffset++));
                default -> {
                    // As it is.
                }
            }
        }
        return records;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("times", 1 + random.nextInt(3));
        return parameters;
    }

    private PatternRecord activation(Document document, Map<String, Object> parameters, Long at, long time) {
        return record(document, document.hash(), parameters, at, time);
    }

    private PatternRecord deactivation(Document document, Long at, long time) {
        return record(document, null, Map.of(), at, time);
    }

    private PatternRecord record(Document document, String hash, Map<String, Object> parameters, Long at, long time) {
        Mode mode = random.nextBoolean() ? Mode.ENFORCE : Mode.SHADOW;
        Activation activation =
                new Activation(Activation.SCHEMA_VERSION, document.id(), hash, mode, parameters, at, "test", null);
        return new PatternRecord(document.id(), Json.bytes(activation), time, patternOffset++);
    }

    private List<ControlRecord> control(long start) {
        List<ControlRecord> records = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            SessionKey session = sessions.get(random.nextInt(SESSIONS)).events().stream()
                    .map(said -> said.session())
                    .findFirst()
                    .orElse(new SessionKey(SessionKey.DEFAULT_TENANT, "s1"));
            Scope scope = random.nextInt(3) == 0
                    ? new Scope(ScopeKind.LINEAGE, session.tenant(), session.session())
                    : Scope.session(session);
            HaltRecord said = random.nextInt(4) == 0
                    ? ControlRecords.halt(scope, controlOffset)
                    : ControlRecords.release(scope, controlOffset);
            records.add(ControlRecords.at(controlOffset++, start - 400 + 100 * number, said));
        }
        return records;
    }

    private List<Envelope> events(long start) {
        List<Envelope> events = new ArrayList<>();
        for (int number = 0; number < SESSIONS; number++) {
            Session session = sessions.get(number);
            int before = session.json().size();
            session.at(start + random.nextInt(1_500));
            for (int event = 0; event < EVENTS; event++) {
                session.every(Duration.ofMillis(random.nextInt(12) == 0 ? random.nextInt(120) : random.nextInt(4)))
                        .then(said(number, before + event));
            }
            List<Envelope> all = session.envelopes(number % PARTITIONS, 10_000L * number);
            events.addAll(all.subList(before, all.size()));
        }
        events.sort(Comparator.comparingLong(Envelope::kafkaTime));
        return events;
    }

    private Draft said(int session, int number) {
        if (random.nextInt(60) == 0) {
            return end();
        }
        Draft draft = random.nextInt(4) == 0
                ? call("call-" + random.nextInt(3), "{to: " + random.nextInt(2) + ", token: t" + number + "}")
                : event(Character.toString('a' + random.nextInt(4)), "{tool_name: '" + random.nextInt(3) + "'}");
        if (number > 3 && random.nextInt(25) == 0) {
            return draft.id("s" + session + "-" + (number - random.nextInt(3)));
        }
        return random.nextInt(8) == 0 ? draft.by("agent-1") : draft;
    }
}
