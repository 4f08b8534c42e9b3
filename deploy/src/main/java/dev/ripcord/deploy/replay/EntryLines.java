package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.console.replay.timeline.Mark;
import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.console.replay.timeline.StateChange;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An entry of a timeline on a terminal: the event on a line, and below what it brought about. */
final class EntryLines {
    private static final String BELOW = " ".repeat(19);
    private static final int MOST_KEYS = 6;
    private static final int SHORT_ID = 8;

    private final boolean colours;
    private long firstTime = -1;

    EntryLines(boolean colours) {
        this.colours = colours;
    }

    List<String> of(Entry entry) {
        firstTime = firstTime < 0 ? entry.shownTime() : firstTime;
        var lines = new ArrayList<String>();
        entry.control().forEach(control -> lines.add(control(control)));
        if (entry.gap() != null) {
            lines.add(below(Ink.YELLOW, gap(entry)));
        }
        lines.add(event(entry));
        if (entry.state() != null) {
            lines.add(below(Ink.FAINT, "state: " + state(entry.state())));
        }
        entry.signals().forEach(signal -> lines.add(signal(signal)));
        return lines;
    }

    private String event(Entry entry) {
        var place = String.format(Locale.ROOT, "%7d  %8s  ", entry.step(), sinceBegin(entry.shownTime()));
        var agent = Ink.CYAN.on(Printable.line(entry.agentId()), colours);
        var odd = marks(entry);
        var marks = odd.isEmpty() ? "" : "  " + Ink.YELLOW.on("[" + String.join(", ", odd) + "]", colours);
        var words = EntryWords.of(entry);
        var ink = entry.is(Mark.REPEAT)
                ? Ink.FAINT
                : Boolean.TRUE.equals(entry.facts().get("error.is")) ? Ink.RED : Ink.PLAIN;
        return place + agent + "  " + ink.on(words, colours) + marks;
    }

    /** That a tool profile has the step for a question how something is getting on explains why patterns bear it. */
    private static List<String> marks(Entry entry) {
        var words = new ArrayList<String>();
        entry.marks().stream().map(Mark::words).forEach(words::add);
        if (Boolean.TRUE.equals(entry.facts().get("call.polls"))) {
            words.add("polls");
        }
        return words;
    }

    /** @return {@code +12.3s} */
    private String sinceBegin(long time) {
        return String.format(Locale.ROOT, "%+.1fs", (time - firstTime) / 1000.0);
    }

    private String below(Ink ink, String text) {
        return BELOW + ink.on(text, colours);
    }

    private static String gap(Entry entry) {
        var gap = entry.gap();
        return gap.missing() == 0
                ? "the producer's count goes back here, from " + gap.after() + " to " + gap.found()
                : Count.of(gap.missing(), "event") + " of the producer's count missing here, after " + gap.after();
    }

    static String state(StateChange state) {
        var back = state.seenBefore() == null ? "" : ", as it was at step " + state.seenBefore();
        if (state.changed() == null) {
            return "first report" + back;
        }
        if (!state.changed()) {
            return "unchanged" + back;
        }
        if (state.given() == StateChange.Given.HASH) {
            return "changed; only its hash is given, what changed is not known" + back;
        }
        if (state.keys().isEmpty()) {
            return "changed; the state before is not given" + back;
        }
        int more = state.keys().size() - MOST_KEYS + (state.moreKeys() == null ? 0 : state.moreKeys());
        return state.keys().stream().limit(MOST_KEYS).map(EntryLines::key).collect(Collectors.joining(", "))
                + (more > 0 ? ", " + more + " more" : "")
                + back;
    }

    private static String key(StateChange.ChangedKey key) {
        var name = key.key().isEmpty() ? "all of it" : Printable.line(key.key());
        return name + " " + (key.before() == null ? "(new)" : Shortened.of(key.before())) + " → "
                + (key.after() == null ? "(gone)" : Shortened.of(key.after()));
    }

    private String signal(SeenSignal seen) {
        var signal = seen.signal();
        return below(
                signal.stops() ? Ink.RED : Ink.YELLOW,
                "SIGNAL " + signal.pattern().id() + "  " + word(signal.action()) + ", " + word(signal.mode()) + "  "
                        + Printable.line(signal.message()) + "  " + found(seen.seen()) + "  id "
                        + shortId(signal.signalId()));
    }

    /** Whoever wrote the record chose the id: it may be short, and anything. */
    static String shortId(String id) {
        return Printable.line(id.substring(0, Math.min(SHORT_ID, id.length())));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String found(SeenSignal.Seen seen) {
        return switch (seen) {
            case BOTH -> "(on record, and judged again)";
            case RECORDED -> "(on record; judging again does not give it)";
            case RECOMPUTED -> "(judged again; not on record)";
        };
    }

    private String control(Control control) {
        var by = control.by() == null ? "" : " by " + Printable.line(control.by());
        var why = control.reason() == null ? "" : ": " + Printable.line(control.reason());
        return Ink.BOLD.on(
                "      *  " + word(control.kind()) + " of "
                        + Printable.line(control.scope().key()) + by + " at " + Moment.utc(control.kafkaTime()) + why,
                colours);
    }

    /** @return a line for each; what was said after the last event */
    List<String> control(List<Control> after) {
        return after.stream().map(this::control).toList();
    }
}
