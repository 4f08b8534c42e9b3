package dev.ripcord.condition;

/**
 * A cheap test of a clause. CEL takes most of a microsecond and some hundred bytes for an answer; a guard has it in
 * nanoseconds, for nearly all steps. What it does not know, CEL decides.
 */
@FunctionalInterface
interface Guard {
    Guard OPEN = () -> Answer.UNKNOWN;

    /** Whether the clause holds for the step at hand. */
    enum Answer {
        NO,
        YES,
        UNKNOWN;

        static Answer of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    Answer answer();

    static Guard both(Guard left, Guard right) {
        return () -> {
            Answer first = left.answer();
            if (first == Answer.NO) {
                return Answer.NO;
            }
            Answer second = right.answer();
            return first == Answer.YES || second == Answer.NO ? second : Answer.UNKNOWN;
        };
    }

    /** What is absent on one side does not count where the other side holds, to CEL neither. */
    static Guard either(Guard left, Guard right) {
        return () -> {
            Answer first = left.answer();
            if (first == Answer.YES) {
                return Answer.YES;
            }
            Answer second = right.answer();
            return first == Answer.NO || second == Answer.YES ? second : Answer.UNKNOWN;
        };
    }
}
