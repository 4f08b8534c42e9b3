package dev.ripcord.detection;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.cep.nfa.NFA;

/**
 * How long after the step that it took last flink-cep lets a match rest in a state, in milliseconds by state name.
 *
 * <p>flink-cep 2.2.1 shows its states and the window of the whole pattern to whoever asks, but not these: they are read
 * from the field that its NFA keeps them in.
 */
final class WindowsAfterPrevious {
    private static final String FIELD = "windowTimes";

    private WindowsAfterPrevious() {}

    /** @return states without a window are left out */
    static Map<String, Long> of(NFA<?> nfa) {
        Map<String, Long> windows = new HashMap<>();
        try {
            Field field = NFA.class.getDeclaredField(FIELD);
            field.setAccessible(true);
            ((Map<?, ?>) field.get(nfa)).forEach((state, millis) -> windows.put((String) state, (Long) millis));
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("this version of flink-cep has no NFA." + FIELD, otherVersion);
        }
        // None, to flink-cep.
        windows.values().removeIf(millis -> millis <= 0);
        return Map.copyOf(windows);
    }
}
