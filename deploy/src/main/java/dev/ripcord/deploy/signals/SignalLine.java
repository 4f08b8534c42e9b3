package dev.ripcord.deploy.signals;

import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.event.Money;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.Locale;

/** A signal in one line: when, its id in short, which pattern, what it asks for, whom, why, and what was spent. */
public final class SignalLine {
    private static final int SHORT = 8;

    private SignalLine() {}

    public static String of(SignalRecord record) {
        var signal = record.signal();
        var words = new ArrayList<String>();
        words.add(Moment.utc(signal.kafkaTime()));
        words.add(shortId(signal));
        words.add(signal.pattern().id());
        words.add(
                mode(signal) + record.mark().map(why -> " (" + why.word() + ")").orElse(""));
        words.add(session(signal.session()));
        words.add("\"" + signal.message() + "\"");
        if (signal.spendUsd() != null) {
            Money.nanoDollars(signal.spendUsd()).ifPresent(nanos -> words.add(Money.format(nanos)));
        }
        return Printable.line(String.join("  ", words));
    }

    /** @return so much of the id as tells one signal of a day from the others */
    public static String shortId(Signal signal) {
        return signal.signalId().substring(0, Math.min(SHORT, signal.signalId().length()));
    }

    private static String mode(Signal signal) {
        return (signal.mode() + "/" + signal.action()).toLowerCase(Locale.ROOT);
    }

    private static String session(SessionKey session) {
        return session.tenant().equals(SessionKey.DEFAULT_TENANT) ? session.session() : session.toString();
    }
}
