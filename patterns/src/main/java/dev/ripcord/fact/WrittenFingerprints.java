package dev.ripcord.fact;

import java.util.Arrays;

/**
 * Numbers fingerprints from 1 on, in the order in which they are written for the first time. Of use for one value after
 * the other: the tables take more memory than most values.
 */
public final class WrittenFingerprints {
    /** Twice what a session of fifty events keeps, so that most are written without a second table. */
    private static final int FIRST_PLACES = 512;

    /** The tables of a value that needed more are not kept for the others. */
    private static final int MOST_KEPT_PLACES = 8 * FIRST_PLACES;

    private final int maximum;
    private long[] fingerprints = {};
    /** By place; 0 where the place is free. At most half of the places are taken. */
    private short[] numbers = {};

    private int size;

    public WrittenFingerprints() {
        this(FoldOutput.MAX_FINGERPRINTS);
    }

    /** @param maximum how many get a number, at most 32,767; further ones are new each time */
    WrittenFingerprints(int maximum) {
        this.maximum = maximum;
    }

    /** @return the number; 0 where the fingerprint is new, and has one from now on */
    int number(long fingerprint) {
        if (2 * size >= numbers.length) {
            allocate(Math.max(FIRST_PLACES, 2 * numbers.length));
        }
        int place = place(fingerprint);
        if (numbers[place] == 0 && size < maximum) {
            put(place, fingerprint, ++size);
            return 0;
        }
        return numbers[place];
    }

    /** Begins anew. */
    void clear() {
        if (numbers.length > MOST_KEPT_PLACES) {
            fingerprints = new long[0];
            numbers = new short[0];
        } else if (size > 0) {
            Arrays.fill(numbers, (short) 0);
        }
        size = 0;
    }

    private void allocate(int places) {
        long[] before = fingerprints;
        short[] numbersBefore = numbers;
        fingerprints = new long[places];
        numbers = new short[places];
        for (int place = 0; place < before.length; place++) {
            if (numbersBefore[place] != 0) {
                put(place(before[place]), before[place], numbersBefore[place]);
            }
        }
    }

    private void put(int place, long fingerprint, int number) {
        fingerprints[place] = fingerprint;
        numbers[place] = (short) number;
    }

    /** @return where the fingerprint is, or the free place where it belongs */
    private int place(long fingerprint) {
        int place = (int) (fingerprint ^ fingerprint >>> Integer.SIZE) & numbers.length - 1;
        while (numbers[place] != 0 && fingerprints[place] != fingerprint) {
            place = place + 1 & numbers.length - 1;
        }
        return place;
    }
}
