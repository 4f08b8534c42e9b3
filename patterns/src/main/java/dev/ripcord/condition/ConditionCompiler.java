package dev.ripcord.condition;

import java.util.Optional;

/**
 * Compiles the CEL of pattern files: {@code where} and {@code until} clauses, and messages.
 *
 * <p>What is compiled is used by one thread at a time; compiling may be done by many. Evaluating never throws and never
 * runs long: text, nesting, loops and the part of a payload that is looked at are bounded.
 */
public final class ConditionCompiler {
    private ConditionCompiler() {}

    /** @param text a CEL expression of type bool */
    public static Compiled<Condition> condition(String text, ConditionScope scope) {
        return new ClauseCompiler(text, scope).compile();
    }

    /**
     * @param text of a clause that takes the first step of a match, and that {@link #condition} accepts
     * @return why it holds at the first steps of every session with these parameters; empty where it need not
     */
    public static Optional<ConditionError> certainty(String text, ConditionScope scope, Parameters parameters) {
        return new ClauseCompiler(text, scope).certainty(parameters);
    }

    /** @param text what a signal says, with CEL expressions between braces; a doubled brace stands for a brace */
    public static Compiled<Text> message(String text, ConditionScope scope) {
        return new MessageCompiler(scope).compile(text);
    }
}
