package dev.ripcord.detection;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.ripcord.fact.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import org.apache.flink.cep.nfa.State;

/**
 * The shape of compiled states, as one word. The same definition compiles to another shape when a parameter changes
 * how often an element occurs, and the same state name can then mean another place: what is kept in state under one
 * shape must not be walked on under another.
 */
final class Structure {
    private Structure() {}

    static String of(Collection<State<Step>> states) {
        HashStream64 hash = Hashing.xxh3_64().hashStream();
        states.stream().sorted(Comparator.comparing(State::getName)).forEach(state -> {
            hash.putString(state.getName()).putString(state.getStateType().name());
            state.getStateTransitions()
                    .forEach(edge -> hash.putString(edge.getAction().name())
                            .putString(edge.getTargetState().getName()));
        });
        return HexFormat.of().toHexDigits(hash.getAsLong());
    }
}
