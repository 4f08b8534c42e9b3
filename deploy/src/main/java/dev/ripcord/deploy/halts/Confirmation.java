package dev.ripcord.deploy.halts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Optional;

/** Asks a person to type a word, so that nobody does by accident what cannot be overlooked. */
public final class Confirmation {
    private final BufferedReader typed;

    Confirmation(Reader typed) {
        this.typed = new BufferedReader(typed);
    }

    /** @return empty where nobody sits there */
    public static Optional<Confirmation> onTerminal() {
        return Optional.ofNullable(System.console()).map(console -> new Confirmation(console.reader()));
    }

    /** @return whether the next line is the word, and nothing else */
    public boolean isTyped(String word, PrintWriter out) throws IOException {
        out.print("Type " + word + " to go on: ");
        out.flush();
        String line = typed.readLine();
        return line != null && line.strip().equals(word);
    }
}
