package dev.ripcord.detection;

import java.util.List;

/** What became of a definition with its parameters: states to walk through, or the reasons why there are none. */
sealed interface Compilation {
    record Done(CompiledPattern pattern) implements Compilation {}

    record Refused(List<String> reasons) implements Compilation {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
