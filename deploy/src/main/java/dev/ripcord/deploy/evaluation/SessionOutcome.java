package dev.ripcord.deploy.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** One session as it went: how many tools it called, and after how many calls each definition first fired. */
public final class SessionOutcome {
    private final Label label;
    private final Map<String, Integer> firstFirings = new LinkedHashMap<>();
    private int calls;

    public SessionOutcome(Label label) {
        this.label = label;
    }

    /** The session called a tool. */
    public void called() {
        calls++;
    }

    /** A definition fired at the session's latest event; only its first firing counts. */
    public void fired(String definition) {
        firstFirings.putIfAbsent(definition, calls);
    }

    public Label label() {
        return label;
    }

    public int calls() {
        return calls;
    }

    /** @return the calls that the session had made when the definition first fired; empty where it never did */
    public OptionalInt firing(String definition) {
        var after = firstFirings.get(definition);
        return after == null ? OptionalInt.empty() : OptionalInt.of(after);
    }

    /** @return likewise, for whichever definition fired first */
    OptionalInt firing() {
        return firstFirings.values().stream().mapToInt(Integer::intValue).min();
    }
}
