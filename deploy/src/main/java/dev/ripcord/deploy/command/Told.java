package dev.ripcord.deploy.command;

import dev.ripcord.console.operate.Written;
import dev.ripcord.json.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What was done, told: in words as it happens, or as JSON at the end. */
final class Told {
    @Option(names = "--json", description = "Print a JSON array, an object each: record, changed.")
    private boolean json;

    private final List<Written> all = new ArrayList<>();

    void done(Written written, String words, CommandLine command) {
        all.add(written);
        if (!json) {
            command.getOut().println(words);
            command.getOut().flush();
        }
    }

    /** @param undo the command that takes it back; null where nothing is to be taken back */
    void finish(String undo, CommandLine command) {
        if (json) {
            command.getOut().println(Json.text(all));
        } else if (undo != null && all.stream().anyMatch(Written::changed)) {
            command.getOut().println("undo: " + undo);
        }
    }
}
