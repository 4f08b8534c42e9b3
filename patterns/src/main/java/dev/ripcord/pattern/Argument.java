package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import java.util.Objects;

/**
 * A value in the structure of a definition: written out, or {@code params.NAME}.
 *
 * @param <T> Integer for times, Duration for within and rearm
 */
public sealed interface Argument<T> permits Argument.Literal, Argument.Reference {

    T resolve(Parameters parameters);

    static <T> Argument<T> of(T value) {
        return new Literal<>(value);
    }

    record Literal<T>(T value) implements Argument<T> {
        public Literal {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public T resolve(Parameters parameters) {
            return value;
        }
    }

    /** @param type what the parameter's values are; checked when the definition is read */
    record Reference<T>(String parameter, Class<T> type) implements Argument<T> {
        public Reference {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public T resolve(Parameters parameters) {
            Object value = parameters.values().get(parameter);
            // Whole numbers are Long among parameters, as CEL has them, and Integer where flink-cep counts.
            return type == Integer.class && value instanceof Long number
                    ? type.cast(Math.toIntExact(number))
                    : type.cast(value);
        }
    }
}
