package dev.ripcord.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small pattern files. */
public final class PatternTexts {
    private PatternTexts() {}

    /** Fires at so many identical calls. */
    public static String repeatedCall(String id, int times) {
        return """
                id: %s
                version: 1
                title: The same call again and again
                why: A test.
                action: halt
                severity: critical
                parameters:
                  times: { default: %d, minimum: 2, maximum: 50, description: identical calls }
                sequence:
                  - name: again
                    where: event.type == 'tool_invocation' && call.count >= params.times
                rearm: 10m
                message: "{event.tool} was called {call.count} times"
                """.formatted(id, times);
    }

    /** Of a tool that does not count. */
    public static String exempt(String id, String tool) {
        return """
                kind: tools
                id: %s
                version: 1
                title: Tools of a test
                tools:
                  - tool: %s
                    role: exempt
                    why: A test.
                """.formatted(id, tool);
    }

    static Path write(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** @return a pattern file {@code ID.yaml} of {@link #repeatedCall} */
    static Path repeatedCall(Path directory, String id, int times) throws IOException {
        return write(directory, id + ".yaml", repeatedCall(id, times));
    }
}
