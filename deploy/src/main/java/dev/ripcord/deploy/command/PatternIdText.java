package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.MuteTarget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which pattern is meant: its id, or {@code pattern/ID} as lists and mutes write it. */
final class PatternIdText implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        String id = MuteTarget.patternId(text);
        if (id.isBlank()) {
            throw new TypeConversionException("'" + text + "' names no pattern; it must be ID, or pattern/ID");
        }
        return id;
    }
}
