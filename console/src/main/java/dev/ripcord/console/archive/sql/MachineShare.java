package dev.ripcord.console.archive.sql;

import java.util.List;

/** How much of the machine the reading of an archive may take. */
public enum MachineShare {
    /** For a command that does nothing else: DuckDB takes all processors, and most of the memory. */
    WHOLE(List.of()),
    /** For a server, where several read at once beside those who ask what is halted. What is too much goes to disk. */
    LITTLE(List.of("SET memory_limit = '256MB'", "SET threads = 1"));

    private final List<String> statements;

    MachineShare(List<String> statements) {
        this.statements = statements;
    }

    List<String> statements() {
        return statements;
    }
}
