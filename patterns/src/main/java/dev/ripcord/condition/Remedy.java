package dev.ripcord.condition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what a parameter must be so that something is left of the value that is compared with it. */
final class Remedy {
    private final ValueRange left;
    private final boolean isTime;

    /** @param left of the value by all other comparisons; in milliseconds where it is a time */
    Remedy(ValueRange left, boolean isTime) {
        this.left = left;
        this.isTime = isTime;
    }

    /** @param relation of the value to the parameter */
    String of(String parameter, Relation relation) {
        List<String> bounds = new ArrayList<>();
        if (relation == Relation.LESS || relation == Relation.AT_MOST || relation == Relation.EQUAL) {
            bounds.add((relation == Relation.LESS || left.openBelow() ? "above " : "at least ") + shown(left.least()));
        }
        boolean isBounded = left.most() < Double.POSITIVE_INFINITY;
        if (isBounded && (relation == Relation.MORE || relation == Relation.AT_LEAST || relation == Relation.EQUAL)) {
            bounds.add((relation == Relation.MORE || left.openAbove() ? "below " : "at most ") + shown(left.most()));
        }
        return parameter + " must be " + String.join(" and ", bounds);
    }

    private String shown(double number) {
        return Shown.exactly(isTime ? Duration.ofMillis((long) number) : (Object) number);
    }
}
