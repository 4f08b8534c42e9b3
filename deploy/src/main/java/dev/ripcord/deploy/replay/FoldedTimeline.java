package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.console.replay.timeline.LoopStep;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.event.EventTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A timeline as it is read: the further rounds of a cycle of calls become one line. What is worth a look by itself (a
 * signal, a halt, a gap, a hand-off, a word) is never folded.
 */
public final class FoldedTimeline {
    private static final Set<String> FOLDED = Set.of(
            EventTypes.TOOL_INVOCATION,
            EventTypes.TOOL_RESPONSE,
            EventTypes.PLANNER_DECISION,
            EventTypes.RETRY_ATTEMPT,
            EventTypes.COST_UPDATE,
            EventTypes.STATE_SNAPSHOT);

    private final EntryLines lines;
    private final Consumer<String> out;
    private final boolean unfolded;
    /** That the cycle goes on shows only at its next call or answer; until then they may yet have to be shown. */
    private final List<Entry> held = new ArrayList<>();

    private final Map<String, Integer> calls = new LinkedHashMap<>();
    private LoopStep loop;
    private long from;
    private long to;

    /** @param unfolded show every event */
    public FoldedTimeline(boolean colours, boolean unfolded, Consumer<String> out) {
        this.lines = new EntryLines(colours);
        this.unfolded = unfolded;
        this.out = out;
    }

    public void add(Entry entry) {
        boolean call = entry.call() != null;
        if (unfolded || !isFurtherRound(entry)) {
            flush();
            lines.of(entry).forEach(out);
        } else if (call) {
            fold(entry);
        } else {
            held.add(entry);
        }
    }

    private static boolean isFurtherRound(Entry entry) {
        return entry.loop() != null
                && entry.loop().round() > 2
                && FOLDED.contains(entry.eventType())
                && entry.signals().isEmpty()
                && entry.control().isEmpty()
                && entry.marks().isEmpty()
                && entry.gap() == null;
    }

    private void fold(Entry entry) {
        if (loop != null && loop.from() != entry.loop().from()) {
            flush();
        }
        from = loop == null ? held.isEmpty() ? entry.step() : held.get(0).step() : from;
        held.clear();
        loop = entry.loop();
        to = entry.step();
        if (entry.eventType().equals(EventTypes.TOOL_INVOCATION)) {
            calls.merge(entry.tool() == null ? "?" : Printable.line(entry.tool()), 1, Integer::sum);
        }
    }

    /** Shows what is not shown yet; last of all. */
    public void flush() {
        if (loop != null) {
            out.accept(summary());
            loop = null;
            calls.clear();
        }
        held.forEach(entry -> lines.of(entry).forEach(out));
        held.clear();
    }

    private String summary() {
        var again = calls.entrySet().stream()
                .map(call -> call.getKey() + " ×" + call.getValue())
                .collect(Collectors.joining(", "));
        var wasted = loop.wastedUsd() == null ? "" : ", " + Dollars.shown(loop.wastedUsd()) + " wasted so far";
        return "      ⋮  " + (again.isEmpty() ? "the same" : again) + " again, "
                + (from == to ? "step " + from : "steps " + from + " to " + to) + ": round " + loop.round() + " of "
                + Count.of(loop.period(), "call") + " since step " + loop.from() + wasted;
    }

    /** Shows what was said after the last event. */
    void after(List<Control> control) {
        lines.control(control).forEach(out);
    }
}
