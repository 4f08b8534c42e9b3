package dev.ripcord.console.api;

import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.operate.OperatorDesk;
import dev.ripcord.console.operate.OperatorDesk.Unwritten;
import dev.ripcord.console.operate.Written;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Scope;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** {@code POST /v1/halts}, {@code /v1/releases} and {@code /v1/mutes}: what operators say. */
final class OperatorEndpoints {
    /** Each may wait for Kafka; the others must not wait for all of them. */
    private static final int AT_ONCE = 16;

    private final Readiness readiness;
    private final ReadBack readBack;
    private final OperatorDesk desk;
    private final boolean mayWrite;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Of their own: who halts must not wait for those who release. */
    private final Semaphore placesToHalt = new Semaphore(AT_ONCE);

    /** @param mayWrite whether its readers believe what is written here */
    OperatorEndpoints(Readiness readiness, HaltBoard board, OperatorDesk desk, boolean mayWrite) {
        this.readiness = readiness;
        this.readBack = new ReadBack(board);
        this.desk = desk;
        this.mayWrite = mayWrite;
    }

    void halt(Context request) throws InterruptedException {
        Caller caller = operator(request);
        Fields fields = new Fields(Body.object(request)).onlyKnowing(Set.of("scope", "reason", "expires_in"));
        Optional<Scope> scope = fields.requiredScope();
        Optional<String> reason = reason(fields);
        Optional<Duration> expiresIn = fields.duration("expires_in", false);
        if (expiresIn.filter(Duration::isZero).isPresent()) {
            fields.error("expires_in is 0; it must be longer, or left out for a halt that stands until it is released");
        }
        fields.refuseErrors();
        requireScope(caller, scope.orElseThrow());
        write(
                placesToHalt,
                request,
                scope,
                () -> desk.halt(scope.get(), reason.orElseThrow(), actor(caller), expiresIn));
    }

    void release(Context request) throws InterruptedException {
        Caller caller = operator(request);
        Fields fields = new Fields(Body.object(request)).onlyKnowing(Set.of("scope", "reason"));
        Optional<Scope> scope = fields.requiredScope();
        Optional<String> reason = reason(fields);
        fields.refuseErrors();
        requireScope(caller, scope.orElseThrow());
        write(places, request, scope, () -> desk.release(scope.get(), reason.orElseThrow(), actor(caller)));
    }

    void mute(Context request) throws InterruptedException {
        Caller caller = operator(request);
        Fields fields = new Fields(Body.object(request)).onlyKnowing(Set.of("scope", "pattern", "for", "reason"));
        if (fields.has("scope") == fields.has("pattern")) {
            String named = fields.has("scope") ? "both" : "neither";
            fields.error("a mute names a scope or a pattern; this one names " + named);
        }
        Optional<Scope> scope = fields.has("scope") ? fields.requiredScope() : Optional.empty();
        Optional<String> pattern = fields.optional("pattern", "the id of a definition, such as cost-spike");
        Optional<Duration> time = fields.duration("for", true);
        Optional<String> reason = reason(fields);
        fields.refuseErrors();
        if (scope.isPresent()) {
            requireScope(caller, scope.get());
        } else if (caller.tenant().isPresent()) {
            throw beyondTenant(caller, "mutes of a pattern concern all tenants");
        }
        write(
                places,
                request,
                Optional.empty(),
                () -> scope.isPresent()
                        ? desk.muteScope(scope.get(), time.orElseThrow(), reason.orElseThrow(), actor(caller))
                        : desk.mutePattern(
                                pattern.orElseThrow(), time.orElseThrow(), reason.orElseThrow(), actor(caller)));
    }

    private static Caller operator(Context request) {
        return Access.require(request, Role::mayHalt, "halt, release or mute; that takes role operator");
    }

    private static Optional<String> reason(Fields fields) {
        return fields.required("reason", "why, for whoever asks later");
    }

    private static Actor actor(Caller caller) {
        return new Actor(Actor.Kind.PERSON, caller.name());
    }

    private static void requireScope(Caller caller, Scope scope) {
        if (caller.tenant().isPresent() && scope.tenant() == null) {
            throw beyondTenant(caller, "the global scope is all tenants");
        }
        if (scope.tenant() != null) {
            Access.requireTenant(caller, scope.tenant());
        }
    }

    private static Refused beyondTenant(Caller caller, String why) {
        return new Refused(Refused.FORBIDDEN, "key '" + caller.name() + "' is for one tenant alone, and " + why);
    }

    private interface Writing {
        Written write() throws Unwritten;
    }

    private void write(Semaphore places, Context request, Optional<Scope> scope, Writing writing)
            throws InterruptedException {
        readiness.requireHalts();
        if (!mayWrite) {
            throw new Refused(
                    Refused.UNAVAILABLE,
                    "this gateway believes signed records alone and has no key to sign with; give it a signing key");
        }
        if (!places.tryAcquire()) {
            throw new Refused(Refused.UNAVAILABLE, AT_ONCE + " operators' records wait for Kafka; try again");
        }
        try {
            answer(request, scope, writing.write());
        } catch (Unwritten refused) {
            throw new Refused(Refused.UNAVAILABLE, refused.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new Refused(Refused.BAD_REQUEST, wrong.getMessage());
        } finally {
            places.release();
        }
    }

    private void answer(Context request, Optional<Scope> scope, Written written) throws InterruptedException {
        if (written.record() == null) {
            Answer.json(request, 200, Map.of("scope", scope.orElseThrow(), "halted", false));
            return;
        }
        if (written.changed() && scope.isPresent()) {
            readBack.of(scope.get(), written.record());
        }
        Answer.json(request, written.changed() ? 201 : 200, written.record());
    }
}
