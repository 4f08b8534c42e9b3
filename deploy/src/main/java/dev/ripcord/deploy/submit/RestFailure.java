package dev.ripcord.deploy.submit;

/** Flink answered with an error, or not at all; the message is one that can be shown. */
public final class RestFailure extends Exception {
    RestFailure(String message) {
        super(message);
    }

    RestFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
