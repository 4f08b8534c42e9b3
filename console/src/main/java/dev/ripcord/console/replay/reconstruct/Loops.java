package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.LoopStep;
import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Money;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactValues;
import dev.ripcord.fact.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cycles of calls, and what was spent in them after their first round. That a call is part of a cycle is what the facts
 * say; where arguments are not known there is none.
 */
final class Loops {
    /** A cycle shows at its second round, and rounds have at most 16 calls. */
    private static final int REMEMBERED = 32;

    private static final int MOST_LOOPS = 100;

    private final long[] steps = new long[REMEMBERED];
    private final long[] spentBefore = new long[REMEMBERED];
    private final String[] tools = new String[REMEMBERED];
    private final List<Loop> loops = new ArrayList<>();
    private long calls;
    private long spent;
    private boolean costKnown;
    private Loop now;
    private long more;

    /**
     * @param spentNanos of the session up to and with the step; negative where no cost is known
     * @return null where the step is in no cycle
     */
    LoopStep after(Step step, long number, long spentNanos) {
        long before = spent;
        costKnown |= spentNanos >= 0;
        spent = Math.max(spent, spentNanos);
        FactValues facts = step.facts();
        if (facts.has(Fact.LOOP_PERIOD)) {
            called(step, number, before);
        }
        if (now == null) {
            return null;
        }
        // Where the cycle ends shows only at the next call: what comes after its last answer is not counted to it.
        if (facts.has(Fact.LOOP_PERIOD) || step.event().type().equals(EventTypes.TOOL_RESPONSE)) {
            now = now.at(number, wasted());
        }
        return new LoopStep(now.period(), now.rounds(), now.from(), now.wastedUsd());
    }

    private void called(Step step, long number, long before) {
        int place = (int) (calls++ % REMEMBERED);
        steps[place] = number;
        spentBefore[place] = before;
        tools[place] = step.event().tool();
        long period = step.facts().bits(Fact.LOOP_PERIOD);
        long rounds = period == 0 ? 0 : step.facts().bits(Fact.LOOP_REPEATS);
        if (now != null && (rounds < 2 || period != now.period())) {
            end();
        }
        if (rounds >= 2 && now == null) {
            begin(number, period, rounds, step.facts().bits(Fact.LOOP_LENGTH));
        } else if (now != null) {
            now = now.round(rounds);
        }
    }

    private void begin(long number, long period, long rounds, long length) {
        long known = Math.min(Math.min(length, calls), REMEMBERED);
        long first = calls - known;
        // What the first round cost would have been spent anyway.
        long second = Math.min(first + period, calls - 1);
        Set<String> names = new LinkedHashSet<>();
        for (long call = calls - Math.min(period, known); call < calls; call++) {
            String tool = tools[place(call)];
            names.add(tool == null ? "?" : tool);
        }
        now = new Loop(
                steps[place(first)], number, period, rounds, List.copyOf(names), spentBefore[place(second)], null);
    }

    private static int place(long call) {
        return (int) (call % REMEMBERED);
    }

    private BigDecimal wasted() {
        return costKnown ? Money.dollars(Math.max(0, spent - now.spentBefore())) : null;
    }

    private void end() {
        if (loops.size() < MOST_LOOPS) {
            loops.add(now);
        } else {
            more++;
        }
        now = null;
    }

    /** @return in the order in which they began, at most the first {@value #MOST_LOOPS} */
    List<Loop> all() {
        List<Loop> all = new ArrayList<>(loops);
        if (now != null && all.size() < MOST_LOOPS) {
            all.add(now);
        }
        return all;
    }

    /** @return how many further ones there were */
    long more() {
        return more;
    }
}
