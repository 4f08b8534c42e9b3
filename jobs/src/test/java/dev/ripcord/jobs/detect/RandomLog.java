package dev.ripcord.jobs.detect;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.handoff;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many sessions at once in one log, with runaways of every kind among them, repeats, and ends that are none. */
public final class RandomLog {
    private RandomLog() {}

    public static List<Envelope> of(long seed, int sessions, int events) {
        Random random = new Random(seed);
        Session[] all = new Session[sessions];
        for (int number = 0; number < sessions; number++) {
            all[number] = session("s" + number).at(Session.START + random.nextInt(60_000));
            for (int event = 1; event <= events; event++) {
                all[number].every(Duration.ofMillis(random.nextInt(20_000))).then(draft(random, number, event));
            }
        }
        return log(all);
    }

    /** A session is fond of what it does, so that it does it again. */
    private static Draft draft(Random random, int session, int event) {
        int habit = session % 6;
        int chosen = random.nextInt(10) < 7 ? habit : random.nextInt(8);
        Draft draft = any(random, chosen, event);
        return random.nextInt(20) == 0 ? draft.id("s" + session + "-" + Math.max(1, event - 1)) : draft;
    }

    private static Draft any(Random random, int chosen, int event) {
        return switch (chosen) {
            case 0 -> event % 2 == 0 ? call("status", "{ref: 1}") : result("{state: pending}");
            case 1 -> decision("ask again " + random.nextInt(2));
            case 2 -> cost(event > 12 ? "0.60" : "0.01");
            case 3 -> event % 2 == 0 ? call("write", "{n: " + event + "}") : error("no space");
            case 4 -> handoff("a" + event % 2, "a" + (event + 1) % 2, "the task");
            case 5 -> state("h" + random.nextInt(3));
            case 6 -> message("hello " + random.nextInt(3));
            default -> random.nextInt(10) == 0 ? end() : call("search", "{q: " + random.nextInt(9) + "}");
        };
    }

    /** @return the whole library, in force from the beginning */
    static List<PatternRecord> patterns() {
        List<PatternRecord> records = new ArrayList<>();
        for (Definition definition : Library.all()) {
            records.addAll(PatternRecords.enforced(definition, records.size(), 0));
        }
        return records;
    }
}
