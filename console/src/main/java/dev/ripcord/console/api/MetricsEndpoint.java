package dev.ripcord.console.api;

import dev.ripcord.console.api.CheckCounts.Answered;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.halts.HaltView;
import dev.ripcord.console.halts.StoredRecord;
import dev.ripcord.console.metric.PrometheusText;
import dev.ripcord.console.stream.Streams;
import dev.ripcord.console.topic.TopicFollower;
import dev.ripcord.console.webhook.WebhookState;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Writer;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code GET /metrics}: what the gateway knows of itself, for Prometheus. As {@code /health} it is for everybody, so
 * that it counts and names no tenant, agent or session.
 */
final class MetricsEndpoint {
    private final Readiness readiness;
    private final HaltBoard halts;
    private final CheckCounts checks;
    private final Streams streams;
    private final Map<String, TopicFollower> followers;
    private final Supplier<Optional<WebhookState>> webhooks;

    MetricsEndpoint(Readiness readiness, CheckCounts checks, Routes.Sources from) {
        this.readiness = readiness;
        this.checks = checks;
        this.halts = from.halts();
        this.streams = from.streams();
        this.followers = from.followers();
        this.webhooks = from.webhooks();
    }

    void answer(Context request) {
        PrometheusText text = new PrometheusText();
        health(text);
        halts(text);
        checks(text);
        streams(text);
        topics(text);
        webhooks.get().ifPresent(state -> WebhookMetrics.write(text, state));
        request.contentType(PrometheusText.CONTENT_TYPE)
                .header("Cache-Control", "no-store")
                .result(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void health(PrometheusText text) {
        Readiness.Parts parts = readiness.parts();
        text.gauge("ripcord_gateway_ok", "Whether /health answers 200; of each part whether it is ok.")
                .of("part", "all", parts.areWell())
                .of("part", "kafka", parts.kafka().equals(Readiness.OK))
                .of("part", "halts", parts.halts().equals(Readiness.OK))
                .of("part", "guard", parts.guard().equals(Readiness.OK));
        if (parts.guardLagMillis() != null) {
            text.gauge("ripcord_gateway_guard_lag_seconds", "How far detection is behind, by the guard's heartbeat.")
                    .isSeconds(parts.guardLagMillis());
        }
    }

    private void halts(PrometheusText text) {
        List<StoredRecord> inForce = halts.inForce(new HaltView.OfAll(), WallClock.SYSTEM.millis());
        var metric = text.gauge("ripcord_gateway_halts_in_force", "Halts that stop somebody now, by who wrote them.");
        for (Writer writer : Writer.values()) {
            long standing = inForce.stream()
                    .filter(stored -> stored.record() instanceof Halt halt && halt.writer() == writer)
                    .count();
            metric.of("writer", writer.word(), standing);
        }
        text.counter(
                        "ripcord_gateway_refused_records_total",
                        "Records of ripcord.halts that were refused as forged or unreadable.")
                .is(halts.refused());
    }

    private void checks(PrometheusText text) {
        var metric = text.counter(
                "ripcord_gateway_checks_total", "Answers to /v1/check; unavailable until the halts are read.");
        for (Answered answered : Answered.values()) {
            metric.of("verdict", answered.word(), checks.of(answered));
        }
    }

    private void streams(PrometheusText text) {
        text.gauge("ripcord_gateway_streams", "Clients that follow halts or signals.")
                .is(streams.clients());
        text.gauge("ripcord_gateway_streams_limit", "How many may follow at once.")
                .is(streams.mostClients());
        text.counter("ripcord_gateway_streams_refused_total", "Clients that there was no place for.")
                .is(streams.refused());
        text.counter("ripcord_gateway_streams_cut_off_total", "Clients that read too slowly and were cut off.")
                .is(streams.cutOff());
    }

    private void topics(PrometheusText text) {
        var failing = text.gauge(
                "ripcord_gateway_reader_failing", "Whether reading has failed for more than 5 s, by what is read.");
        followers.forEach((name, follower) ->
                failing.of("reader", name, follower.failure().isPresent()));
        var behind = text.gauge("ripcord_gateway_reader_lag_records", "Records that are still to be read.");
        followers.forEach(
                (name, follower) -> follower.behind().ifPresent(records -> behind.of("reader", name, records)));
        var newest = text.gauge(
                "ripcord_gateway_reader_newest_record_timestamp_seconds",
                "The broker's time of the newest record that was read.");
        followers.forEach(
                (name, follower) -> follower.newestAt().ifPresent(millis -> newest.ofSeconds("reader", name, millis)));
    }
}
