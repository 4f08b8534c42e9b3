package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes how a pattern stands that is in force already. Each is a new activation, attributed to its actor. */
public final class ActivationChange {
    private static final String NOT_ROLLED_BACK = "nothing was rolled back";

    private final PatternLog log;
    private final String actor;
    private final String reason;

    /** @param reason may be null */
    public ActivationChange(PatternLog log, String actor, String reason) {
        this.log = log;
        this.actor = actor;
        this.reason = reason;
    }

    public Activation deactivated(String id) {
        return log.replacing(
                new Activation(Activation.SCHEMA_VERSION, id, null, Mode.SHADOW, Map.of(), null, actor, reason));
    }

    /**
     * The same definition with the same parameters in another mode.
     *
     * @return empty where it stands so already
     * @throws Refusal where the id is not active, or what is in force by it has no such mode
     */
    public Optional<Activation> inMode(String id, Mode mode, String consequence) {
        var latest = log.requireActive(id, consequence).activation();
        if (latest.mode() == mode) {
            return Optional.empty();
        }
        var changed = new Activation(
                Activation.SCHEMA_VERSION, id, latest.hash(), mode, latest.parameters(), null, actor, reason);
        var problems = log.document(id + "@" + latest.hash())
                .map(document -> ActivationReader.problems(document, changed))
                .orElse(List.of());
        if (!problems.isEmpty()) {
            throw new Refusal(problems, consequence, ExitCode.INVALID);
        }
        return Optional.of(log.replacing(changed));
    }

    /**
     * The activation before the latest one, which may be none: then the id is deactivated.
     *
     * @throws Refusal where it is not known, or its definition is not published any more
     */
    public Activation before(String id) {
        var latest = log.activation(id);
        if (latest.isEmpty()) {
            throw refused(log.neverActivated(id));
        }
        var before = latest.get()
                .activation()
                .before(actor, reason)
                .orElseThrow(() -> refused("nothing was in force before the latest activation of " + id
                        + ", as far as is known; " + instead(latest.get().activation())));
        if (!before.deactivates() && !log.hasDefinition(id + "@" + before.hash())) {
            throw refused("before, " + id + "@" + before.hash() + " was in force, and it is not published any more;"
                    + " publish it first: ripcord patterns publish FILE");
        }
        return before;
    }

    /** What is said of tools has no shadow, and in shadow nothing is halted: only what works is named. */
    private String instead(Activation latest) {
        var id = latest.id();
        if (latest.deactivates()) {
            return "it is not active; to put it in force: ripcord patterns activate " + id;
        }
        boolean halts = latest.mode() == Mode.ENFORCE
                && log.document(id + "@" + latest.hash())
                        .filter(Definition.class::isInstance)
                        .isPresent();
        return "to take it out of force: ripcord patterns deactivate " + id
                + (halts ? ", or only to stop its halts: ripcord patterns demote " + id : "");
    }

    private static Refusal refused(String reason) {
        return new Refusal(List.of(reason), NOT_ROLLED_BACK, ExitCode.FAILED);
    }
}
