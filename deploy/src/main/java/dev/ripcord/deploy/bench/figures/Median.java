package dev.ripcord.deploy.bench.figures;

import java.util.Collection;

/** The middle of some measurements: one that was disturbed does not move it. */
public final class Median {
    private Median() {}

    /**
     * @param values at least one; of an even number, the mean of the two in the middle is taken
     * @return the value that as many are above as below
     */
    public static double of(Collection<? extends Number> values) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("of nothing there is no median");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
