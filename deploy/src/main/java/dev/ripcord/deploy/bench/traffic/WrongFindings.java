package dev.ripcord.deploy.bench.traffic;

/** An engine missed a runaway or found what is none: how fast it was says nothing then. */
public final class WrongFindings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongFindings(String message) {
        super(message);
    }
}
