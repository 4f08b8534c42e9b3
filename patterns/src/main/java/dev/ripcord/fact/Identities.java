package dev.ripcord.fact;

import java.io.IOException;

/**
 * The identities of the latest 512 events that have one; a further one pushes the oldest out. A repeat is no use of its
 * identity: what is repeated for ever would push out what may be repeated yet.
 */
final class Identities extends FirstSeen {
    private static final int MAXIMUM = 512;

    Identities() {
        super(MAXIMUM);
    }

    void write(FoldOutput out) throws IOException {
        out.count(size());
        for (int number = 0; number < size(); number++) {
            out.fingerprint(inOrder(number));
        }
    }

    static void skip(FoldInput in) throws IOException {
        for (int left = in.size(MAXIMUM); left > 0; left--) {
            in.fingerprint();
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        reserve(kept);
        for (int number = 0; number < kept; number++) {
            add(in.fingerprint());
        }
    }
}
