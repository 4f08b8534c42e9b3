package dev.ripcord.deploy.backtest;

import java.util.List;

/** What is expected of a backtest, as a file says it. */
public final class Expectations {
    private final String file;
    private final List<Expectation> expectations;

    Expectations(String file, List<Expectation> expectations) {
        this.file = file;
        this.expectations = List.copyOf(expectations);
    }

    int size() {
        return expectations.size();
    }

    List<Violation> violations(BacktestReport report, Backtest backtest) {
        return expectations.stream()
                .flatMap(expectation -> expectation.breach(report, backtest).stream()
                        .map(breach -> new Violation(place(expectation), breach)))
                .toList();
    }

    private String place(Expectation expectation) {
        return file + ":" + expectation.place().line() + ":"
                + expectation.place().column();
    }
}
