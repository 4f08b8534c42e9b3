package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot says of untold sessions must not cost the coordinator a number for each of them. */
class RememberedKeysTest {
    @Test
    void allKeysOfASubtaskAreOneEntryOfTheSnapshot() throws Exception {
        try (var harness = knowing(List::of).open()) {
            for (int number = 0; number < 1_000; number++) {
                harness.send(session("s" + number).then(call("x")).envelopes());
            }
            long entries = harness.snapshot().getManagedOperatorState().stream()
                    .mapToLong(handle -> handle.getStateNameToPartitionOffsets()
                            .get("untold-sessions")
                            .getOffsets()
                            .length)
                    .sum();
            assertThat(entries).isLessThanOrEqualTo(1);
        }
    }
}
