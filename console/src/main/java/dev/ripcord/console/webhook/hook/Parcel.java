package dev.ripcord.console.webhook.hook;

import dev.ripcord.console.webhook.notice.Incident;
import java.util.Objects;

/**
 * What is delivered in one piece, and tried again as it is.
 *
 * @param incident as it is told
 * @param holds of the records that are done with when the parcel is
 * @param failed how many attempts have failed
 */
record Parcel(Incident incident, Holds holds, int failed) {
    Parcel {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(holds, "holds");
    }

    Parcel failedAgain() {
        return new Parcel(incident, holds, failed + 1);
    }
}
