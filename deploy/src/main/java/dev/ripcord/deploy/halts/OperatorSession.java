package dev.ripcord.deploy.halts;

import dev.ripcord.console.operate.OperatorDesk;
import dev.ripcord.console.operate.OperatorDesk.Unwritten;
import dev.ripcord.console.operate.Written;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A person at a prompt: knows what stands, writes, and looks whether what was written stands then. */
public final class OperatorSession implements AutoCloseable {
    private final HaltLog log;
    private final HaltTrust trust;
    private final OperatorDesk desk;
    private final Actor actor;
    private final Duration patience;

    private OperatorSession(HaltLog log, HaltTrust trust, OperatorDesk desk, Actor actor, Duration patience) {
        this.log = log;
        this.trust = trust;
        this.desk = desk;
        this.actor = actor;
        this.patience = patience;
    }

    /**
     * @param patience how long reading the topic may take
     * @param remarks is told what the person ought to know
     */
    public static OperatorSession open(
            KafkaAddress kafka, HaltTrust trust, Actor actor, Duration patience, Consumer<String> remarks) {
        HaltLog log = HaltLog.read(kafka, trust, patience, remarks);
        if (log.isSigned() && trust.signing().isEmpty()) {
            remarks.accept("warning: records on ripcord.halts are signed, and yours will not be: agents and gateways"
                    + " that verify refuse it; give --signing-key ID=FILE");
        }
        OperatorDesk desk = OperatorDesk.open(
                kafka.settings().client(),
                log::standing,
                key -> log.mute(key).map(Mute::issuedAt).orElse(0L),
                trust.signing());
        return new OperatorSession(log, trust, desk, actor, patience);
    }

    public HaltLog log() {
        return log;
    }

    public Written halt(Scope scope, String reason, Optional<Duration> expiresIn) throws Unwritten {
        return standing(scope, desk.halt(scope, reason, actor, expiresIn));
    }

    public Written release(Scope scope, String reason) throws Unwritten {
        return standing(scope, desk.release(scope, reason, actor));
    }

    /** @param time zero takes the mute back */
    public Written mute(MuteTarget target, Duration time, String reason) throws Unwritten {
        Written written = target.scope() == null
                ? desk.mutePattern(target.pattern(), time, reason, actor)
                : desk.muteScope(target.scope(), time, reason, actor);
        log.readOn(patience);
        trust.requireBelieved(written.record(), log.mute(target.key()).orElse(null));
        return written;
    }

    /** Somebody whose clock is ahead may have written at the same moment; then theirs stands, and ours never did. */
    private Written standing(Scope scope, Written written) {
        if (!written.changed()) {
            return written;
        }
        log.readOn(patience);
        HaltRecord stands = log.standing(scope).operator();
        trust.requireBelieved(written.record(), stands);
        if (stands != null && stands.issuedAt() > written.record().issuedAt()) {
            throw new Refusal(
                    List.of(scope.key() + ": " + stands.actor().name() + " wrote at the same moment, and that stands: "
                            + stands.reason()),
                    "what you wrote does not count; see ripcord halts, and say it again",
                    ExitCode.FAILED);
        }
        return written;
    }

    @Override
    public void close() {
        try (log) {
            desk.close();
        }
    }
}
