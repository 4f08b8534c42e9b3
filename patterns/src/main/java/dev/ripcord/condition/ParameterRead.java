package dev.ripcord.condition;

import java.util.function.Supplier;

/** Reads one parameter, and remembers it: for most steps all parameters are those of the step before. */
final class ParameterRead implements Supplier<Object> {
    private final Evaluation evaluation;
    private final String name;
    private final ParameterType type;
    private Parameters known;
    private Object value;

    ParameterRead(Evaluation evaluation, String name, ParameterType type) {
        this.evaluation = evaluation;
        this.name = name;
        this.type = type;
    }

    /** @return null where no value was given */
    @Override
    public Object get() {
        Parameters now = evaluation.parameters();
        if (now != known) {
            value = typed(now.values().get(name));
            known = now;
        }
        return value;
    }

    /** An activation may give 5 where the definition has 5.0. */
    private Object typed(Object given) {
        return type == ParameterType.DOUBLE && given instanceof Number number ? (Object) number.doubleValue() : given;
    }
}
