package dev.ripcord.fact;

/**
 * What a result says: its status, error and result.
 *
 * @param fingerprint of the three; {@link CanonicalHash#NONE} where the telemetry shows none of them
 * @param failed whether it failed, openly or hidden
 * @param hidden whether only the content of the result says that it failed
 * @param error fingerprint of the error, numbers and quoted parts aside; {@link CanonicalHash#NONE} where it did not fail
 * @param showsResult whether more is shown than a status
 * @param lines a sample of the result's lines; see {@link ResultMarks}
 * @param progress how far the result says that the work has come; {@link ProgressShown#NONE} where it does not
 */
record Outcome(long fingerprint, boolean failed, boolean hidden, long error, boolean showsResult, Marks lines, double progress) {
    static final Outcome NONE =
            new Outcome(CanonicalHash.NONE, false, false, CanonicalHash.NONE, false, Marks.NONE, ProgressShown.NONE);

    boolean isKnown() {
        return fingerprint != CanonicalHash.NONE;
    }
}
