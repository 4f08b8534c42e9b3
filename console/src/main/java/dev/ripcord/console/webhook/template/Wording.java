package dev.ripcord.console.webhook.template;

import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Phase;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An incident in words: for somebody who was woken up, the most important first. */
final class Wording {
    private static final int CENTS = 2;
    private static final int SMALLEST = 6;

    private Wording() {}

    /** @return such as {@code Halted: The same call keeps giving the same result (50 sessions, tenant acme)} */
    static String headline(Incident incident) {
        return lead(incident) + ": " + subject(incident) + " (" + whom(incident) + ")";
    }

    /** @return {@code 50 sessions, tenant acme} or {@code session/acme/invoice-9} */
    static String whom(Incident incident) {
        if (incident.scopes() <= 1) {
            return incident.scope().key();
        }
        String tenant = incident.cause().tenant();
        return incident.scopes() + " " + plural(incident.scope()) + (tenant == null ? "" : ", tenant " + tenant);
    }

    /** @return who is meant in full: the scope, and the agent where one is known */
    static String who(Incident incident) {
        return whom(incident)
                + incident.newest()
                        .map(Notice::agent)
                        .filter(agent -> incident.scopes() <= 1)
                        .map(agent -> ", agent " + agent)
                        .orElse("");
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static Optional<String> spend(Incident incident) {
        return Optional.ofNullable(incident.spendUsd()).map(Wording::dollars);
    }

    /** @return what the receiver must know that it did not get */
    static Optional<String> missed(Incident incident) {
        return incident.missed() == 0
                ? Optional.empty()
                : Optional.of(incident.missed() + " notices were dropped before this one, because too many waited for"
                        + " this receiver; see ripcord signals");
    }

    private static String subject(Incident incident) {
        return incident.pattern() == null ? incident.text() : incident.pattern().title();
    }

    private static String dollars(BigDecimal amount) {
        BigDecimal shown = amount.setScale(CENTS, RoundingMode.HALF_UP);
        return "$"
                + (shown.signum() != 0 || amount.signum() == 0
                                ? shown
                                : amount.setScale(SMALLEST, RoundingMode.UP).stripTrailingZeros())
                        .toPlainString();
    }

    private static String lead(Incident incident) {
        if (incident.isOver()) {
            return "Over";
        }
        String lead = switch (incident.cause().what()) {
            case HALTS -> stopped(incident.latest());
            case HELD -> "Not halted, the cap holds it back";
            case LATE -> "Not halted, too late";
            case MUTED -> "Not halted, muted";
            case WARNINGS -> "Warning";
            case OBSERVED -> "Observed";
            case SHADOW -> "Shadow, nobody is stopped";
            case SYSTEM -> "Ripcord";
            case OPERATOR ->
                stopped(incident.latest()) + " by " + incident.latest().actor().name();
        };
        return incident.phase() == Phase.UPDATED ? "Again: " + lead : lead;
    }

    private static String stopped(Notice notice) {
        return notice.action() == Action.PAUSE ? "Paused" : "Halted";
    }

    private static String plural(Scope scope) {
        return switch (scope.kind()) {
            case SESSION -> "sessions";
            case LINEAGE -> "lineages";
            case AGENT -> "agents";
            case TENANT -> "tenants";
            case GLOBAL -> "scopes";
        };
    }
}
