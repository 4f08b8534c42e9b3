package dev.ripcord.deploy.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A key's id and its file, as options give them: {@code ID=FILE}. */
record NamedFile(String id, Path path) {
    /** @param problems is told where the text is none */
    static Optional<NamedFile> parse(String option, String text, String example, List<String> problems) {
        int sign = text.indexOf('=');
        if (sign < 1 || sign == text.length() - 1) {
            problems.add(option + " is '" + text + "'; it must be ID=FILE, such as " + example);
            return Optional.empty();
        }
        return Optional.of(new NamedFile(text.substring(0, sign), Path.of(text.substring(sign + 1))));
    }
}
