package dev.ripcord.deploy.command;

import java.nio.file.Path;

/** What lies around the command. */
final class Installation {
    private static final String HOME = "ripcord.home";

    private Installation() {}

    /** Where Ripcord was checked out and built, as {@code bin/ripcord} says; else the working directory. */
    static Path home() {
        return Path.of(System.getProperty(HOME, "")).toAbsolutePath();
    }
}
