package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.judge.ClauseTexts;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.console.replay.timeline.SeenSignal.MatchedClause;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a signal was given: the steps that it rests on, the clause that each satisfied, and the facts that the clause
 * reads. The session is read twice: who knows at a step what a later signal will rest on?
 */
public final class Explanation {
    private final String wanted;
    private final Map<Long, Entry> matched = new HashMap<>();
    private SeenSignal found;

    /** @param wanted beginning of a signal's id, or the id of its pattern: then its first signal counts */
    public Explanation(String wanted) {
        this.wanted = wanted;
    }

    /** The first reading. @return whether to go on */
    public boolean search(Entry entry) {
        found = entry.signals().stream().filter(this::isWanted).findFirst().orElse(found);
        return found == null;
    }

    private boolean isWanted(SeenSignal seen) {
        return seen.signal().signalId().startsWith(wanted)
                || seen.signal().pattern().id().equals(wanted)
                || seen.signal().pattern().key().equals(wanted);
    }

    public boolean isFound() {
        return found != null;
    }

    /** The second reading. @return whether to go on */
    public boolean collect(Entry entry) {
        if (found.matched().stream().map(MatchedClause::step).anyMatch(step -> step != null && step == entry.step())) {
            matched.put(entry.step(), entry);
        }
        return true;
    }

    /** @param report after the second reading */
    public List<String> lines(SessionReport report, ClauseTexts texts) {
        var signal = found.signal();
        var lines = new ArrayList<String>();
        lines.add("signal " + Printable.line(signal.signalId()) + "  " + EntryLines.found(found.seen()));
        lines.add(Printable.line(signal.pattern().key() + ", version "
                + signal.pattern().version() + ": " + signal.pattern().title()));
        texts.definition(signal.pattern().key())
                .ifPresent(definition ->
                        lines.add("  " + Printable.line(definition.why().strip())));
        lines.add(EntryLines.word(signal.action()) + ", " + EntryLines.word(signal.mode()) + ": "
                + Printable.line(signal.message()));
        lines.add(Printable.line("parameters " + signal.parameters()));
        lines.add("");
        lines.add("it rests on");
        found.matched().forEach(clause -> step(clause, lines));
        lines.add("");
        ReportLines.of(report).stream().filter(line -> line.startsWith("cause")).forEach(lines::add);
        return lines;
    }

    private void step(MatchedClause clause, List<String> lines) {
        var entry = Optional.ofNullable(clause.step()).map(matched::get);
        lines.add(
                "  step " + (clause.step() == null ? "at " + clause.position() + ", not in this replay" : clause.step())
                        + " as '" + Printable.line(clause.element()) + "'"
                        + entry.map(found -> ": " + EntryWords.of(found)).orElse(""));
        if (clause.where() == null) {
            lines.add("      its clause is not known, or it has none");
            return;
        }
        lines.add("      where " + Printable.line(clause.where()));
        entry.ifPresent(found -> lines.add("      with  " + Printable.line(read(found, clause.where()))));
    }

    /** @return the facts that the clause names, as they stood */
    private static String read(Entry entry, String where) {
        var read = new ArrayList<String>();
        for (Fact fact : Fact.values()) {
            var name = Pattern.compile("(?<![\\w.])" + Pattern.quote(fact.factName()) + "(?![\\w.])");
            if (name.matcher(where).find()) {
                Object value = entry.facts().get(fact.factName());
                read.add(fact.factName() + (value == null ? " absent" : " = " + value));
            }
        }
        return read.isEmpty() ? "no fact: it reads the event alone" : String.join(", ", read);
    }
}
