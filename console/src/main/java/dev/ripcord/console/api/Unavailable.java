package dev.ripcord.console.api;

import java.util.List;
import java.util.concurrent.CompletionException;

/** Says that Kafka did not take something, and why. */
final class Unavailable {
    private Unavailable() {}

    static List<String> of(String what, Throwable refused) {
        return List.of("Kafka did not take " + what + ": " + why(refused));
    }

    static String why(Throwable refused) {
        boolean wrapped = refused instanceof CompletionException && refused.getCause() != null;
        return (wrapped ? refused.getCause() : refused).getMessage();
    }
}
