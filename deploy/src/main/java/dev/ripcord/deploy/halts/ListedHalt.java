package dev.ripcord.deploy.halts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a scope stands, with all that a person asks about it.
 *
 * @param scope as it is typed; {@code pattern/<id>} where a pattern is muted
 * @param since when the broker took the record, milliseconds since the epoch
 * @param expiresAt when the halt or the mute ends by itself, milliseconds since the epoch; null where it does not
 * @param received sessions that know of the halt and have not said that they stopped; null where it is none
 * @param timeToStopMs milliseconds from the halt's record to the last session's word that it has stopped; null where
 *     none has
 */
public record ListedHalt(
        String scope,
        State state,
        long since,
        Long expiresAt,
        Actor actor,
        String reason,
        String haltId,
        PatternReference pattern,
        String incident,
        BigDecimal spendUsd,
        Long received,
        Long stopped,
        Long refused,
        Long timeToStopMs) {
    /** Whether somebody is stopped by it. */
    public enum State {
        @JsonProperty("halted")
        HALTED,
        @JsonProperty("released")
        RELEASED,
        @JsonProperty("expired")
        EXPIRED,
        @JsonProperty("muted")
        MUTED
    }

    /** As logs are: the newest is next to the prompt. */
    private static final Comparator<ListedHalt> NEWEST_LAST =
            Comparator.comparingLong(ListedHalt::since).thenComparing(ListedHalt::scope);

    /** @return the halts in force, the newest last */
    public static List<ListedHalt> inForce(HaltLog log, Acknowledgements answers, long now) {
        return log.inForce(now).stream()
                .map(halt -> of(halt, State.HALTED, log, answers))
                .sorted(NEWEST_LAST)
                .toList();
    }

    /** @return how every scope stands that was ever halted, what is newest last */
    public static List<ListedHalt> all(HaltLog log, Acknowledgements answers, long now) {
        List<ListedHalt> all = new ArrayList<>();
        for (Scope scope : log.scopes()) {
            all.addAll(standing(scope, log, answers, now));
        }
        all.sort(NEWEST_LAST);
        return all;
    }

    /** @return the mutes that last, the newest last */
    public static List<ListedHalt> muted(HaltLog log, long now) {
        return log.mutes().stream()
                .filter(mute -> mute.until() > now)
                .map(mute -> of(mute, log))
                .sorted(NEWEST_LAST)
                .toList();
    }

    private static List<ListedHalt> standing(Scope scope, HaltLog log, Acknowledgements answers, long now) {
        var halting = log.standing(scope).allInForce(now);
        if (!halting.isEmpty()) {
            return halting.stream()
                    .map(halt -> of(halt, State.HALTED, log, answers))
                    .toList();
        }
        return log
                .latest(scope)
                .map(record -> record instanceof Halt halt
                        ? of(halt, halt.hasExpired(now) ? State.EXPIRED : State.RELEASED, log, answers)
                        : of((Release) record, log))
                .stream()
                .toList();
    }

    private static ListedHalt of(Halt halt, State state, HaltLog log, Acknowledgements acknowledgements) {
        var answers = acknowledgements.to(halt.haltId());
        long since = log.since(halt);
        var timeToStop = answers.timeToStop(since);
        return new ListedHalt(
                halt.scope().key(),
                state,
                since,
                halt.expiresAt(),
                halt.actor(),
                halt.reason(),
                halt.haltId(),
                halt.pattern(),
                halt.incident(),
                halt.spendUsd(),
                answers.count(Status.RECEIVED),
                answers.count(Status.STOPPED),
                answers.count(Status.REFUSED),
                timeToStop.isPresent() ? timeToStop.getAsLong() : null);
    }

    private static ListedHalt of(Release release, HaltLog log) {
        return plain(release.scope().key(), State.RELEASED, log.since(release), null, release);
    }

    private static ListedHalt of(Mute mute, HaltLog log) {
        return plain(MuteTarget.of(mute).text(), State.MUTED, log.since(mute), mute.until(), mute);
    }

    private static ListedHalt plain(String scope, State state, long since, Long expiresAt, HaltRecord record) {
        return new ListedHalt(
                scope,
                state,
                since,
                expiresAt,
                record.actor(),
                record.reason(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
