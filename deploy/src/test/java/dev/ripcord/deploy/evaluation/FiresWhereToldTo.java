package dev.ripcord.deploy.evaluation;

import dev.ripcord.event.Envelope;
import java.util.Collection;
import java.util.List;

/** A judge for scoring alone: an event says itself which definition fires at it. */
final class FiresWhereToldTo implements SessionJudge {
    @Override
    public Verdict judge(Envelope event) {
        var payload = event.event().payload();
        return new Verdict(
                payload.text("repeat").isPresent(),
                payload.text("fires").stream().toList());
    }

    @Override
    public Collection<String> definitions() {
        return List.of("loop", "spike");
    }
}
