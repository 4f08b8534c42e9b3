package dev.ripcord.console.api;

import java.util.List;

/** Thrown where a request is not answered; all that is wrong with it, at once. */
public final class Refused extends RuntimeException {
    static final int BAD_REQUEST = 400;
    static final int UNKNOWN_CALLER = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_LARGE = 413;
    static final int UNPROCESSABLE = 422;
    static final int UNAVAILABLE = 503;

    private final int status;
    private final transient List<String> errors;

    public Refused(int status, List<String> errors) {
        super(String.join("; ", errors), null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    public Refused(int status, String error) {
        this(status, List.of(error));
    }

    public int status() {
        return status;
    }

    public List<String> errors() {
        return errors;
    }
}
