package dev.ripcord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a YAML text at its document markers. YAML forbids {@code ---} and {@code ...} at the beginning of a line
 * anywhere else, in block scalars and quotes too, so nothing needs to be parsed for it.
 */
final class YamlDocuments {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n\\x{85}\\x{2028}\\x{2029}]*(\\R|\\z)");
    private static final Pattern MARKER = Pattern.compile("(---|\\.\\.\\.)(\\s.*)?", Pattern.DOTALL);
    private static final Pattern BARE_MARKER = Pattern.compile("(---|\\.\\.\\.)\\s*(#.*)?", Pattern.DOTALL);
    private static final Pattern NO_CONTENT = Pattern.compile("\\s*(#.*|%.*)?", Pattern.DOTALL);

    private final List<YamlDocument> documents = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int firstLine = 1;
    private boolean hasContent;

    static List<YamlDocument> split(String text) {
        var documents = new YamlDocuments();
        Matcher line = LINE.matcher(text);
        for (int number = 1; line.find() && !line.group().isEmpty(); number++) {
            documents.add(line.group(), number);
        }
        documents.end(0);
        return documents.documents;
    }

    private void add(String line, int number) {
        if (MARKER.matcher(line).matches()) {
            boolean bare = BARE_MARKER.matcher(line).matches();
            end(bare ? number + 1 : number);
            if (bare) {
                return;
            }
        }
        hasContent |= !NO_CONTENT.matcher(line).matches();
        text.append(line);
    }

    private void end(int nextLine) {
        if (hasContent) {
            documents.add(new YamlDocument(text.toString(), firstLine));
        }
        text.setLength(0);
        hasContent = false;
        firstLine = nextLine;
    }
}
