package dev.ripcord.detection;

import dev.ripcord.pattern.ToolProfile;

/** What is said of tools, as it can be activated. */
record BookedTools(PatternRecord record, ToolProfile document) implements Booked {}
