package dev.ripcord.console.replay;

import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Reading;
import dev.ripcord.session.Session;
import dev.ripcord.session.Sessions;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session as a replay gives it. */
record Replayed(List<Entry> entries, SessionReport report) {
    /** Alone, in partition 0, judged by the definitions. */
    static Replayed of(Session session, Definition... definitions) throws Exception {
        var envelopes = Sessions.log(session);
        return of(
                new ListedRecords().events(envelopes), envelopes.get(0).event().session(), definitions);
    }

    static Replayed of(RecordSource source, SessionKey session, Definition... definitions) throws Exception {
        return of(source, session, Optional.of(PatternsInTime.enforced(List.of(definitions))));
    }

    /** Judged by what the source has on {@code ripcord.patterns}. */
    static Replayed asLogged(RecordSource source, SessionKey session) throws Exception {
        return of(source, session, Optional.empty());
    }

    private static Replayed of(RecordSource source, SessionKey session, Optional<PatternsInTime> given)
            throws Exception {
        List<Entry> entries = new ArrayList<>();
        SessionReplay replay = SessionReplay.of(source, session, given, HaltReader.trustingTheTopic());
        replay.forEach(entries::add);
        return new Replayed(entries, replay.report());
    }

    static Definition definition(String yaml) {
        Reading reading = DefinitionReader.read("test.yaml", yaml);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().get(0).render());
        }
        return reading.definitions().get(0);
    }

    Entry at(long step) {
        return entries.get((int) step - 1);
    }

    /** @return as {@code --json} prints it, and the report as JSON behind */
    String json() {
        var text = new StringBuilder();
        entries.forEach(entry -> text.append(Json.text(entry)).append('\n'));
        return text.append(Json.text(report)).toString();
    }
}
