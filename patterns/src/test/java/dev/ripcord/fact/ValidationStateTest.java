package dev.ripcord.fact;

import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationStateTest {
    @Test
    void aValidationCountsWhateverToolItIsOf() {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        List<Envelope> log = session("s")
                .then(event("validation_outcome", "{tool_name: 'finish', state_snapshot_hash: 'h'}"))
                .envelopes();
        Step step = fold.after(log.get(0)).orElseThrow();
        assertThat(step.facts().toMap()).as("as 0909a00 has it").containsKey("state.visits");
    }
}
