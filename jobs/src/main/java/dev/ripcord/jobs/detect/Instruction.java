package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.control.ControlRecord;

/** What all subtasks of detection are told while they run: Flink broadcasts one stream to an operator, not two. */
public sealed interface Instruction {
    /** What to look for. */
    record OfPattern(PatternRecord record) implements Instruction {}

    /** What was halted or released. */
    record OfControl(ControlRecord record) implements Instruction {}
}
