package dev.ripcord.detection;

import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Document;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import java.util.List;

/** What is said on {@code ripcord.pattern-status} of the records of {@code ripcord.patterns}. */
final class Statuses {
    private Statuses() {}

    static PatternStatus accepted(PatternRecord record, Document document) {
        return status(record, document.id(), null, Status.ACCEPTED, List.of(), null);
    }

    static PatternStatus takenBack(PatternRecord record) {
        return status(record, id(record), null, Status.DEACTIVATED, List.of(), null);
    }

    static PatternStatus refused(PatternRecord record, Refusal refusal) {
        return status(record, id(record), null, Status.REFUSED, refusal.reasons(), null);
    }

    static PatternStatus refused(BookedActivation booked, Refusal refusal) {
        return of(booked, Status.REFUSED, refusal.reasons());
    }

    static PatternStatus of(BookedActivation booked) {
        if (booked.activation().deactivates()) {
            return of(booked, Status.DEACTIVATED, List.of());
        }
        return booked.isWaiting()
                ? of(
                        booked,
                        Status.REFUSED,
                        List.of("definition " + booked.definitionKey()
                                + " is not known; the activation waits, and counts as soon as it is published"))
                : of(booked, Status.ACTIVE, List.of());
    }

    private static PatternStatus of(BookedActivation booked, Status status, List<String> problems) {
        Activation activation = booked.activation();
        return status(booked.record(), activation.id(), activation.hash(), status, problems, activation.activateAt());
    }

    private static PatternStatus status(
            PatternRecord record, String id, String hash, Status status, List<String> problems, Long activateAt) {
        return new PatternStatus(
                PatternStatus.SCHEMA_VERSION, record.key(), id, hash, status, record.offset(), problems, activateAt);
    }

    private static String id(PatternRecord record) {
        int at = record.key().indexOf('@');
        return at < 0 ? record.key() : record.key().substring(0, at);
    }
}
