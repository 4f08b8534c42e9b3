package dev.ripcord.halt;

import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one scope stands: the newest that each writer has said of it.
 *
 * <p>A guard's halt is in force while its position is beyond everything that a release forgives, the operator's or the
 * guard's own: a guard that recovers and writes an old halt again changes nothing by it. An operator's halt is in force
 * until a release takes its place. Either ends when it expires.
 *
 * <p>Records come at least once, and somebody may write an old one again to undo a new one. So a guard's halt does not
 * take the place of one whose event the broker had later, and an operator's record not that of one issued later.
 *
 * @param guard the newest halt of the guard; null where there is none
 * @param withdrawal what the guard took back; null where nothing
 * @param operator the operator's halt or release; null where there is none
 */
public record Standing(Halt guard, Release withdrawal, HaltRecord operator) {
    public static final Standing NONE = new Standing(null, null, null);

    /** @return how the scope stands with the record; this very object where the record is a repeat or an old one */
    public Standing after(HaltRecord record) {
        if (record instanceof Halt halt && halt.writer() == Writer.GUARD) {
            boolean newer = guard == null || halt.issuedAt() >= guard.issuedAt();
            return newer && !halt.equals(guard) ? new Standing(halt, withdrawal, operator) : this;
        }
        if (record instanceof Release release && release.writer() == Writer.GUARD) {
            boolean newer = withdrawal == null || release.issuedAt() > withdrawal.issuedAt();
            return newer ? new Standing(guard, release, operator) : this;
        }
        if (record instanceof Mute) {
            return this;
        }
        return operator == null || record.issuedAt() > operator.issuedAt()
                ? new Standing(guard, withdrawal, record)
                : this;
    }

    /** @return how the scope stands once the writer's key is gone from the topic */
    public Standing without(Writer writer) {
        return switch (writer) {
            case GUARD -> new Standing(null, null, operator);
            case OPERATOR -> new Standing(guard, withdrawal, null);
        };
    }

    /**
     * @param now milliseconds since the epoch
     * @return the halt that stops the scope the longest; of two that last as long the operator's, for a person's word
     *     says more
     */
    public Optional<Halt> inForce(long now) {
        return allInForce(now).stream().findFirst();
    }

    /**
     * @param now milliseconds since the epoch
     * @return the operator's halt and the guard's, as far as they stop the scope; the one that lasts longest first
     */
    public List<Halt> allInForce(long now) {
        Halt byOperator = operator instanceof Halt halt && !halt.hasExpired(now) ? halt : null;
        Halt byGuard = guard != null && !guard.hasExpired(now) && !isForgiven(guard.position()) ? guard : null;
        if (byOperator == null || byGuard == null) {
            return Stream.of(byOperator, byGuard).filter(Objects::nonNull).toList();
        }
        return Stream.of(byOperator, byGuard).sorted(Halt.LONGEST_FIRST).toList();
    }

    /** @return whether a release has forgiven what was found at the position */
    public boolean isForgiven(Position position) {
        return Release.forgives(forgiven(), position) || withdrawal != null && withdrawal.forgives(position);
    }

    /** @return what the operator's record forgives: the next one under its key must forgive it too */
    public List<Position> forgiven() {
        if (operator instanceof Release release) {
            return release.through();
        }
        return operator instanceof Halt halt ? halt.through() : List.of();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** @return the time that the next operator's record must be later than; 0 where there is none */
    public long operatorIssuedAt() {
        return operator == null ? 0 : operator.issuedAt();
    }
}
