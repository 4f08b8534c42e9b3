package dev.ripcord.deploy;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command, as a shell sees it. */
public record CommandRun(int exitCode, String out, String err) {
    public static CommandRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Ripcord.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
