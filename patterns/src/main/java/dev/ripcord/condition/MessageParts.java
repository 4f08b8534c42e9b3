package dev.ripcord.condition;

import java.util.ArrayList;
import java.util.List;

/** Takes a message apart: text, and the expressions between braces with the places where they begin. */
final class MessageParts {
    private final String message;
    private final List<Part> parts = new ArrayList<>();
    private final List<ConditionError> errors = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    sealed interface Part {}

    record Literal(String text) implements Part {}

    /** @param before the message up to the expression: where it stands */
    record Expression(String text, String before) implements Part {

        /** @return the same error, placed in the message */
        ConditionError placed(ConditionError error) {
            ConditionError start = MessageParts.error(before, error.message());
            return error.line() == 1
                    ? new ConditionError(start.line(), start.column() + error.column() - 1, error.message())
                    : new ConditionError(start.line() + error.line() - 1, error.column(), error.message());
        }
    }

    private MessageParts(String message) {
        this.message = message;
    }

    static MessageParts of(String message) {
        MessageParts parts = new MessageParts(message);
        parts.read();
        return parts;
    }

    List<Part> parts() {
        return parts;
    }

    List<ConditionError> errors() {
        return errors;
    }

    private void read() {
        while (at < message.length()) {
            char c = message.charAt(at);
            if ((c == '{' || c == '}') && message.startsWith(String.valueOf(c), at + 1)) {
                text.append(c);
                at += 2;
            } else if (c == '{') {
                expression();
            } else {
                if (c == '}') {
                    refuse("this '}' closes nothing; write }} for a brace");
                }
                text.append(c);
                at++;
            }
        }
        literal();
    }

    private void expression() {
        int end = end();
        if (end < 0) {
            refuse("this '{' is never closed; write {{ for a brace");
            at = message.length();
            return;
        }
        String expression = message.substring(at + 1, end);
        if (expression.isBlank()) {
            refuse("nothing stands between these braces; name a value, such as {event.tool}");
        } else {
            literal();
            parts.add(new Expression(expression, message.substring(0, at + 1)));
        }
        at = end + 1;
    }

    /** @return the brace that closes the one here; those in quotes and those of maps aside */
    private int end() {
        int depth = 0;
        char quote = 0;
        for (int i = at; i < message.length(); i++) {
            char c = message.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void literal() {
        if (!text.isEmpty()) {
            parts.add(new Literal(text.toString()));
            text.setLength(0);
        }
    }

    private void refuse(String why) {
        errors.add(error(message.substring(0, at), why));
    }

    private static ConditionError error(String before, String message) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String inLine = before.substring(before.lastIndexOf('\n') + 1);
        return new ConditionError(line, inLine.codePointCount(0, inLine.length()) + 1, message);
    }
}
