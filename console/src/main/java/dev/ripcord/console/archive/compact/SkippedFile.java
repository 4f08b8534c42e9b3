package dev.ripcord.console.archive.compact;

import java.nio.file.Path;

/** A file that was left alone, and why. */
public record SkippedFile(Path file, String reason) {}
