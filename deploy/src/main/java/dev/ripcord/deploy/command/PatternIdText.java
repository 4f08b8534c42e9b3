package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.MuteTarget;
import picocli.CommandLine.ITypeConverter;

/** Reads which pattern is meant: its id, or {@code pattern/ID} as lists and mutes write it. */
final class PatternIdText implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        return MuteTarget.patternId(text);
    }
}
