package dev.ripcord.condition;

import java.util.List;
import java.util.Objects;

/**
 * What became of a text that was to be compiled: the thing itself, or every reason why not.
 *
 * @param <T> {@link Condition} or {@link Text}
 */
public sealed interface Compiled<T> {

    record Done<T>(T value) implements Compiled<T> {
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /** @param errors in the order of the text; never empty */
    record Refused<T>(List<ConditionError> errors) implements Compiled<T> {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
