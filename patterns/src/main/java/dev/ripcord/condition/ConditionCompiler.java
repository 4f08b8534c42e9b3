package dev.ripcord.condition;

/** Compiles the CEL of pattern files: {@code where} and {@code until} clauses, and messages. */
public final class ConditionCompiler {
    private ConditionCompiler() {}

    /** @param text a CEL expression of type bool */
    public static Compiled<Condition> condition(String text, ConditionScope scope) {
        throw new UnsupportedOperationException("the signature goes ahead of its body");
    }

    /** @param text what a signal says, with CEL expressions in {@code {braces}}; {@code {{} and {@code }}} are braces */
    public static Compiled<Text> message(String text, ConditionScope scope) {
        throw new UnsupportedOperationException("the signature goes ahead of its body");
    }
}
