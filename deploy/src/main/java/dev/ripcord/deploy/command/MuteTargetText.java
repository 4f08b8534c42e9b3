package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.MuteTarget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a mute is about. */
final class MuteTargetText implements ITypeConverter<MuteTarget> {
    @Override
    public MuteTarget convert(String text) {
        try {
            return MuteTarget.parse(text);
        } catch (IllegalArgumentException neither) {
            throw new TypeConversionException(neither.getMessage());
        }
    }
}
