package dev.ripcord.console.replay.source;

import java.io.IOException;
import java.util.List;

/** Closes several things, all of them also where some refuse. */
final class Closing {
    /** What throws nothing but this when it is closed: cursors and sources. */
    @FunctionalInterface
    interface Step {
        void close() throws IOException;
    }

    private Closing() {}

    /** @throws IOException the first refusal, or a RuntimeException as it came; the others are suppressed in it */
    static void all(List<Step> steps) throws IOException {
        Exception first = null;
        for (Step step : steps) {
            try {
                step.close();
            } catch (IOException | RuntimeException refused) {
                if (first == null) {
                    first = refused;
                } else {
                    first.addSuppressed(refused);
                }
            }
        }
        if (first instanceof IOException refused) {
            throw refused;
        }
        if (first instanceof RuntimeException refused) {
            throw refused;
        }
    }
}
