package dev.ripcord.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.topic.RecordWriter;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** {@code POST /v1/acks}: an agent's word that it received a halt, stopped, or goes on. */
final class AckEndpoint {
    private static final Pattern HALT_ID = Pattern.compile("[0-9a-f]{32}");

    /** Each may wait for Kafka, and takes a thread. */
    private static final int AT_ONCE = 32;

    private final Readiness readiness;
    private final HaltBoard halts;
    private final CatchingUp catchingUp;
    private final RecordWriter writer;
    private final Semaphore places = new Semaphore(AT_ONCE);

    AckEndpoint(Readiness readiness, HaltBoard halts, CatchingUp catchingUp, RecordWriter writer) {
        this.readiness = readiness;
        this.halts = halts;
        this.catchingUp = catchingUp;
        this.writer = writer;
    }

    void answer(Context request) throws InterruptedException {
        Caller caller = Access.require(request, Role::mayWriteEvents, "acknowledge");
        Acknowledgement ack = read(new Fields(Body.object(request)));
        Access.requireTenant(caller, ack.tenantId());
        readiness.requireKafka();
        readiness.requireHalts();
        requireHalt(ack);
        CompletableFuture<Void> written = write(ack);
        request.future(() -> written.handle((none, refused) -> {
            if (refused == null) {
                Answer.text(request, 202, "{}");
            } else {
                Answer.errors(request, Refused.UNAVAILABLE, Unavailable.of("the acknowledgement", refused));
            }
            return null;
        }));
    }

    /** Another gateway may have told the client of a halt that this one has not yet read. */
    private void requireHalt(Acknowledgement ack) throws InterruptedException {
        if (halts.knows(ack.haltId(), ack.scope())) {
            return;
        }
        catchingUp.toTheEnd();
        if (!halts.knows(ack.haltId(), ack.scope())) {
            throw new Refused(
                    Refused.NOT_FOUND,
                    "there is no halt " + ack.haltId() + " of scope "
                            + ack.scope().key());
        }
    }

    private CompletableFuture<Void> write(Acknowledgement ack) {
        if (!places.tryAcquire()) {
            throw new Refused(Refused.UNAVAILABLE, AT_ONCE + " acknowledgements are being written; try again");
        }
        try {
            return writer.write(Topic.ACKS, ack.session().key(), Json.bytes(ack));
        } finally {
            places.release();
        }
    }

    private static Acknowledgement read(Fields fields) {
        Optional<String> haltId = fields.required("halt_id", "the halt's id, 32 hex digits");
        if (haltId.filter(id -> !HALT_ID.matcher(id).matches()).isPresent()) {
            fields.error("halt_id is '" + haltId.get() + "'; it must be the halt's id, 32 hex digits");
        }
        Optional<Scope> scope = scope(fields);
        Optional<String> tenant = fields.required("tenant_id", "the session's tenant; default where it has none");
        Optional<String> session = fields.required("session_id", "the session that acknowledges");
        Optional<String> agent = fields.optional("agent_id", "the agent, or left out");
        Optional<Status> status =
                fields.required("status", "received, stopped or refused").flatMap(word -> status(word, fields));
        Optional<String> reason = fields.optional("reason", "text, or left out");
        Optional<String> client = fields.optional("client", "what acknowledges, such as my-runtime/1.2, or left out");
        if (!fields.node("at").isIntegralNumber() || !fields.node("at").canConvertToLong()) {
            fields.error("at is " + (fields.has("at") ? "no whole number" : "missing")
                    + "; it must be the runtime's clock in milliseconds since the epoch");
        }
        String ofScope = scope.map(Scope::tenant).orElse(null);
        if (ofScope != null && tenant.isPresent() && !ofScope.equals(tenant.get())) {
            fields.error("scope is of tenant " + ofScope + " and tenant_id is " + tenant.get()
                    + "; a session is halted by a scope of its own tenant, or by the global one");
        }
        fields.refuseErrors();
        return new Acknowledgement(
                Acknowledgement.SCHEMA_VERSION,
                haltId.orElseThrow(),
                scope.orElseThrow(),
                tenant.orElseThrow(),
                session.orElseThrow(),
                agent.orElse(null),
                status.orElseThrow(),
                reason.orElse(null),
                client.orElse(null),
                fields.node("at").longValue());
    }

    private static Optional<Scope> scope(Fields fields) {
        String right = "the halt's scope, such as {\"kind\":\"session\",\"tenant\":\"default\",\"id\":\"ID\"}";
        if (!fields.node("scope").isObject()) {
            fields.error("scope is " + (fields.has("scope") ? "no object" : "missing") + "; it must be " + right);
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.treeToValue(fields.node("scope"), Scope.class));
        } catch (JsonProcessingException none) {
            fields.error("scope is none; it must be " + right);
            return Optional.empty();
        }
    }

    private static Optional<Status> status(String word, Fields fields) {
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (status.isEmpty()) {
            fields.error("status is '" + word + "'; it must be received, stopped or refused");
        }
        return status;
    }
}
