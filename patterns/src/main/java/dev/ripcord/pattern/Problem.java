package dev.ripcord.pattern;

/**
 * Why a definition was refused: the place, what was found, what would be right.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param column from 1
 * @param excerpt the source line that it stands in; empty where there is none
 */
public record Problem(String file, int line, int column, String message, String excerpt) {

    /** @return {@code file:line:column: error: message}, the line below it, and a caret under the column */
    public String render() {
        String head = file + ":" + line + ":" + column + ": error: " + message;
        return excerpt.isBlank() ? head : head + "\n    " + excerpt + "\n    " + indent() + "^";
    }

    /** As wide as what stands before the column, tabs included. */
    private String indent() {
        StringBuilder indent = new StringBuilder();
        for (int index = 0; index < column - 1; index++) {
            indent.append(index < excerpt.length() && excerpt.charAt(index) == '\t' ? '\t' : ' ');
        }
        return indent.toString();
    }
}
