package dev.ripcord.deploy.evaluation;

import dev.ripcord.event.Envelope;
import java.util.Collection;

/** Judges sessions event by event. */
public interface SessionJudge {
    /** Judges the next event of its session. */
    Verdict judge(Envelope event);

    /** @return ids of all definitions that are judged by */
    Collection<String> definitions();

    /**
     * What became of an event.
     *
     * @param repeat whether the event was a producer's retry of an earlier one, and so counts for nothing
     * @param firing ids of the definitions that stop the session here
     */
    record Verdict(boolean repeat, Collection<String> firing) {}
}
