package dev.ripcord.fact;

import java.util.HashSet;
import java.util.Set;

/**
 * What a deployment says of a tool: how its events are to be read.
 *
 * @param role of its steps; null for the usual one
 * @param volatileFields arguments that do not count when its calls are compared, beside those of every tool
 */
public record ToolReading(StepRole role, Set<String> volatileFields) {
    /** Nothing is said of the tool. */
    public static final ToolReading USUAL = new ToolReading(null, Set.of());

    public ToolReading {
        volatileFields = Set.copyOf(volatileFields);
    }

    public boolean isUsual() {
        return role == null && volatileFields.isEmpty();
    }

    /**
     * @param usual arguments that do not count, of every tool
     * @return the same, with these among the volatile fields where there are any: put together once, and not at each event
     */
    public ToolReading beside(VolatileFields usual) {
        return volatileFields.isEmpty() ? this : and(new ToolReading(null, usual.names()));
    }

    /** @return what both say: the volatile fields of both, and of two roles that of the later one */
    public ToolReading and(ToolReading later) {
        Set<String> fields = new HashSet<>(volatileFields);
        fields.addAll(later.volatileFields);
        return new ToolReading(later.role == null ? role : later.role, fields);
    }
}
