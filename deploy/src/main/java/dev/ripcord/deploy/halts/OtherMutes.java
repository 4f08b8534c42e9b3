package dev.ripcord.deploy.halts;

import dev.ripcord.source.Suggestion;

/** Mutes other than the one that was asked about. */
public final class OtherMutes {
    private OtherMutes() {}

    /** @return what was probably meant by what is not muted; empty where nothing is near */
    public static String hint(MuteTarget target, HaltLog log, long now) {
        var muted = log.mutes().stream()
                .filter(mute -> mute.until() > now)
                .map(MuteTarget::of)
                .toList();
        var sameName = muted.stream()
                .filter(other -> other.name() != null && other.name().equals(target.name()))
                .map(MuteTarget::text)
                .findFirst();
        return sameName.or(() -> Suggestion.nearest(
                        target.text(), muted.stream().map(MuteTarget::text).toList()))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }
}
