package dev.ripcord.console.api;

import dev.ripcord.console.api.CheckCounts.Answered;
import dev.ripcord.console.guard.GuardWatch;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Subject;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET /v1/check}: whether a session may go on. Answered from memory. */
final class CheckEndpoint {
    private final Readiness readiness;
    private final HaltBoard halts;
    private final GuardWatch guard;
    private final CheckCounts counts;

    CheckEndpoint(Readiness readiness, HaltBoard halts, GuardWatch guard, CheckCounts counts) {
        this.readiness = readiness;
        this.halts = halts;
        this.guard = guard;
        this.counts = counts;
    }

    void answer(Context request) {
        Subject subject = Subjects.of(Query.of(request, Subjects.PARAMETERS), Access.caller(request));
        requireHalts();
        String guardMembers = guard.state().members();
        Optional<Halt> halt = halts.halting(subject, WallClock.SYSTEM.millis());
        String json = halt.isEmpty()
                ? "{\"verdict\":\"allowed\"," + guardMembers + "}"
                : halted(halt.get()) + "," + guardMembers + "}";
        counts.add(halt.isEmpty() ? Answered.ALLOWED : Answered.HALTED);
        Answer.text(request, 200, json);
    }

    private void requireHalts() {
        try {
            readiness.requireHalts();
        } catch (Refused notYet) {
            counts.add(Answered.UNAVAILABLE);
            throw notYet;
        }
    }

    /** @return the object without its closing brace */
    private String halted(Halt halt) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", "halted");
        members.put("reason", halt.reason());
        members.put("scope", halt.scope().key());
        members.put("halt_id", halt.haltId());
        members.put("writer", halt.writer());
        members.put("actor", halt.actor());
        halts.timeOf(halt).ifPresent(since -> members.put("since", since));
        if (halt.expiresAt() != null) {
            members.put("expires_at", halt.expiresAt());
        }
        String json = Json.text(members);
        return json.substring(0, json.length() - 1);
    }
}
