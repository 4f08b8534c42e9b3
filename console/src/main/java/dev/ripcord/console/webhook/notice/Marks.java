package dev.ripcord.console.webhook.notice;

/**
 * What the headers of a signal's record say became of it. It depends on when the signal was judged, so it is no part of
 * the signal.
 *
 * @param late its event was too old to halt for
 * @param held the blast-radius cap held its halt back
 * @param muted its pattern or its scope was muted
 * @param standing its scope was halted already, by another signal or for longer
 */
public record Marks(boolean late, boolean held, boolean muted, boolean standing) {
    public static final Marks NONE = new Marks(false, false, false, false);
}
