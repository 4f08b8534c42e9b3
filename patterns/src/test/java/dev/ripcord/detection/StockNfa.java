package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.time.TimerService;

/** The oracle: flink-cep's own NFA over its own shared buffer, driven as its operator does. */
final class StockNfa implements AutoCloseable {
    private static final TimerService NO_WALL_CLOCK = () -> 0;

    private final NFA<Step> nfa;
    private final NFAState state;
    private final SharedBuffer<Step> buffer;

    StockNfa(Pattern<Step, ?> pattern) {
        this(NFACompiler.<Step>compileFactory(pattern, false).createNFA());
    }

    private StockNfa(NFA<Step> nfa) {
        this.nfa = nfa;
        state = nfa.createInitialNFAState();
        // The store keeps objects: the serializer is never asked.
        buffer = new SharedBuffer<>(new MemoryStateStore(), null);
    }

    /** The same states and conditions, but no match is given up because it has waited too long for its next step. */
    static StockNfa withoutWindowsAfterPrevious(Pattern<Step, ?> pattern) {
        NFA<Step> nfa = NFACompiler.<Step>compileFactory(pattern, false).createNFA();
        return new StockNfa(new NFA<>(nfa.getStates(), Map.of(), nfa.getWindowTime(), false));
    }

    /** @return matches in the order in which flink-cep emits them: steps by element */
    List<Map<String, List<Step>>> after(Step step) throws Exception {
        AfterMatchSkipStrategy noSkip = AfterMatchSkipStrategy.noSkip();
        SharedBufferAccessor<Step> accessor = buffer.getAccessor();
        List<Map<String, List<Step>>> matches =
                new ArrayList<>(nfa.advanceTime(accessor, state, step.time(), noSkip).f0);
        accessor.close();
        accessor = buffer.getAccessor();
        matches.addAll(nfa.process(accessor, state, step, step.time(), noSkip, NO_WALL_CLOCK));
        accessor.close();
        return matches;
    }

    int partialMatches() {
        return state.getPartialMatches().size();
    }

    /** Each shared buffer has a thread that tells how its cache does. */
    @Override
    public void close() {
        buffer.releaseCacheStatisticsTimer();
    }
}
