package dev.ripcord.pattern;

import java.util.Optional;

/** Whether a value may be given to a parameter. */
final class ParameterBounds {
    private ParameterBounds() {}

    /**
     * @param value of the parameter's own type
     * @return {@code parameter times is 1; it must be at least 2 (minimum)}; empty where the value is right
     */
    static Optional<String> breach(Parameter parameter, Object value, StructureUse use) {
        return outside(parameter, value)
                .or(() -> use.breach(parameter.name(), value))
                .map(right -> "parameter " + parameter.name() + " is " + ParameterValue.shown(value) + "; " + right);
    }

    private static Optional<String> outside(Parameter parameter, Object value) {
        if (parameter
                .minimum()
                .filter(least -> ParameterValue.compare(value, least) < 0)
                .isPresent()) {
            return Optional.of("it must be at least "
                    + ParameterValue.shown(parameter.minimum().get()) + " (minimum)");
        }
        if (parameter
                .maximum()
                .filter(most -> ParameterValue.compare(value, most) > 0)
                .isPresent()) {
            return Optional.of("it must be at most "
                    + ParameterValue.shown(parameter.maximum().get()) + " (maximum)");
        }
        return Optional.empty();
    }
}
