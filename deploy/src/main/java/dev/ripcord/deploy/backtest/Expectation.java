package dev.ripcord.deploy.backtest;

import dev.ripcord.source.Place;
import dev.ripcord.topic.SessionKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Something that a backtest must find. */
sealed interface Expectation {
    Place place();

    /** @return what was found instead, and what was expected; empty where it is so */
    Optional<String> breach(BacktestReport report, Backtest backtest);

    /**
     * A figure of the report lies within bounds.
     *
     * @param name as the file names it
     */
    record Bound(Place place, String name, ToLongFunction<BacktestReport> figure, OptionalLong least, OptionalLong most)
            implements Expectation {
        @Override
        public Optional<String> breach(BacktestReport report, Backtest backtest) {
            long found = figure.applyAsLong(report);
            if (least.isPresent() && found < least.getAsLong()) {
                return Optional.of(name + " is " + found + "; it must be at least " + least.getAsLong());
            }
            return most.isPresent() && found > most.getAsLong()
                    ? Optional.of(name + " is " + found + "; it must be at most " + most.getAsLong())
                    : Optional.empty();
        }
    }

    /**
     * A session is halted.
     *
     * @param patterns {@code id@hash} of those that may halt it
     * @param by step at which it must be at the latest
     */
    record MustHalt(Place place, SessionKey session, Set<String> patterns, OptionalLong by) implements Expectation {
        @Override
        public Optional<String> breach(BacktestReport report, Backtest backtest) {
            var trace = backtest.trace(session);
            if (trace.isEmpty()) {
                return Optional.of(unseen(session));
            }
            var halt = trace.get().halt(patterns);
            if (halt.isEmpty()) {
                return Optional.of(session + " goes on through all of its "
                        + trace.get().steps() + " steps; it must be halted" + names(report, patterns));
            }
            return by.isPresent() && halt.get().step() > by.getAsLong()
                    ? Optional.of(session + " is halted at step " + halt.get().step() + "; it must be at step "
                            + by.getAsLong() + " at the latest")
                    : Optional.empty();
        }
    }

    /**
     * A session goes on to its end.
     *
     * @param patterns {@code id@hash} of those that must not halt it
     */
    record MustNotHalt(Place place, SessionKey session, Set<String> patterns) implements Expectation {
        @Override
        public Optional<String> breach(BacktestReport report, Backtest backtest) {
            var trace = backtest.trace(session);
            if (trace.isEmpty()) {
                return Optional.of(unseen(session));
            }
            return trace.get()
                    .halt(patterns)
                    .map(halt -> session + " is halted at step " + halt.step() + " by "
                            + halt.pattern().id() + ": " + halt.message() + "; it must go on");
        }
    }

    /** An expectation of nobody would hold for ever, and say nothing. */
    private static String unseen(SessionKey session) {
        return session + " is not in this history; is its name right?";
    }

    private static String names(BacktestReport report, Set<String> patterns) {
        List<String> ids = report.patterns().stream()
                .filter(pattern -> patterns.contains(pattern.id() + "@" + pattern.hash()))
                .map(PatternFigures::id)
                .toList();
        return ids.size() == 1 && report.patterns().size() > 1 ? " by " + ids.get(0) : "";
    }
}
