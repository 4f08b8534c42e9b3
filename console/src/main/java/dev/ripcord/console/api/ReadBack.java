package dev.ripcord.console.api;

import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import java.time.Duration;

/** Makes sure that what an operator wrote counts here: whoever has halted must find it halted. */
final class ReadBack {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HaltBoard board;

    ReadBack(HaltBoard board) {
        this.board = board;
    }

    /** @throws Refused where the record is written, but not what stands for the scope as far as this gateway knows */
    void of(Scope scope, HaltRecord written) throws InterruptedException {
        boolean reached = board.awaitOperator(scope, written.issuedAt(), PATIENCE);
        HaltRecord standing = board.standing(scope).operator();
        if (!reached || standing == null) {
            throw new Refused(
                    Refused.UNAVAILABLE,
                    written.key() + " is written, but this gateway has not read it back; ask again what stands");
        }
        if (!isSame(standing, written)) {
            throw new Refused(
                    Refused.UNAVAILABLE,
                    written.key() + " is written, but another operator's record stands: that of "
                            + standing.actor().name() + ", because: " + standing.reason());
        }
    }

    /** But for the signature: what has been verified no longer carries it. */
    private static boolean isSame(HaltRecord standing, HaltRecord written) {
        return standing.issuedAt().equals(written.issuedAt())
                && standing.actor().equals(written.actor())
                && standing.reason().equals(written.reason())
                && isSameKind(standing, written);
    }

    private static boolean isSameKind(HaltRecord standing, HaltRecord written) {
        if (standing instanceof Halt one && written instanceof Halt other) {
            return one.haltId().equals(other.haltId());
        }
        return standing instanceof Release one
                && written instanceof Release other
                && one.through().equals(other.through());
    }
}
