package dev.ripcord.detection;

import dev.ripcord.event.Payload;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepEvent;

/**
 * A step as partial matches hold it: without its payload, because a match may wait for hours, and with facts of its own,
 * because those of a step are overwritten by the next one. All partial matches of a session share one object, whatever
 * their definitions; {@link HeldSteps} counts them.
 */
final class KeptStep {
    /**
     * What {@link dev.ripcord.fact.StepCodec} writes besides the words: position, times and the facts. Measured: 97 to
     * 101 bytes for steps with calls, outcomes, decisions and costs.
     */
    private static final int BYTES_BESIDES_WORDS = 128;

    private final Step step;
    private final int bytes;
    private int holders;

    private KeptStep(Step step) {
        this.step = step;
        this.bytes = BYTES_BESIDES_WORDS + lengthOfWords(step.event());
    }

    /** @param step as it is judged */
    static KeptStep of(Step step) {
        return new KeptStep(new Step(
                step.position(),
                step.time(),
                step.kafkaTime(),
                step.event(),
                step.facts().copy(),
                Payload.EMPTY));
    }

    /** @param step as it was kept */
    static KeptStep asRead(Step step) {
        return new KeptStep(step);
    }

    Step step() {
        return step;
    }

    /** @return whether nobody held it before */
    boolean hold() {
        return holders++ == 0;
    }

    /** @return whether nobody holds it any more */
    boolean release() {
        return --holders == 0;
    }

    /** @return about what it takes in state; the same wherever and whenever the step is judged */
    int bytes() {
        return bytes;
    }

    private static int lengthOfWords(StepEvent event) {
        return length(event.type())
                + length(event.agent())
                + length(event.tool())
                + length(event.status())
                + length(event.model())
                + length(event.fromAgent())
                + length(event.toAgent())
                + length(event.eventId())
                + length(event.requestRef())
                + length(event.callerStep());
    }

    private static int length(String word) {
        return word == null ? 0 : word.length();
    }
}
