package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepCodec;
import dev.ripcord.fact.WrittenFingerprints;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what is remembered of a session as one value; one session after the other. Not for several threads.
 *
 * <p>It describes itself: definitions stand in it as {@code id@hash}, places in them as state and element names, so that
 * it can be read after definitions came and went. Branches share what they share in memory: each step and each
 * {@link TakenStep} is written once and then referred to. After a version, in this order:
 *
 * <ol>
 *   <li>tenant and session, the fold, the latest signal's id, and when each definition last gave one;
 *       from version 2 on the Kafka time from which the latest release that was applied counts;
 *   <li>the steps that any partial match has taken, and the names of states and elements;
 *   <li>per definition: its key, its structure, the taken steps (element, step, the one before, those before first),
 *       and the partial matches (state, latest taken step or none) in the order of their queue.
 * </ol>
 *
 * Nothing is taken out of the format; what is added raises the version, and {@link SessionStateReader} reads all.
 */
public final class SessionStateWriter {
    static final int VERSION = 4;

    private final WrittenFingerprints fingerprints = new WrittenFingerprints();
    private final Map<Step, Integer> steps = new LinkedHashMap<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();

    private record Written(Progress progress, List<PartialMatch> matches, TakenSteps taken) {}

    private DataOutput out;

    public void write(SessionState session, DataOutput output) throws IOException {
        out = output;
        steps.clear();
        names.clear();
        out.writeByte(VERSION);
        out.writeUTF(session.key().tenant());
        out.writeUTF(session.key().session());
        session.fold().write(out, fingerprints);
        writeSignals(session);
        List<Written> progress =
                session.progress().stream().map(this::collected).toList();
        Counts.write(out, steps.size());
        for (Step step : steps.keySet()) {
            StepCodec.write(step, out);
        }
        Counts.write(out, names.size());
        for (String name : names.keySet()) {
            out.writeUTF(name);
        }
        Counts.write(out, progress.size());
        for (Written one : progress) {
            write(one);
        }
    }

    private void writeSignals(SessionState session) throws IOException {
        out.writeUTF(session.latestSignal().orElse(""));
        Counts.write(out, session.signalledAt().size());
        for (Map.Entry<String, Long> signalled : session.signalledAt().entrySet()) {
            out.writeUTF(signalled.getKey());
            out.writeLong(signalled.getValue());
        }
        out.writeLong(session.releasedAt());
    }

    private Written collected(Progress progress) {
        List<PartialMatch> matches = progress.matches();
        TakenSteps taken = TakenSteps.of(matches);
        for (TakenStep step : taken.inOrder()) {
            steps.putIfAbsent(step.step(), steps.size());
            names.putIfAbsent(step.element(), names.size());
        }
        matches.forEach(match -> names.putIfAbsent(match.state(), names.size()));
        return new Written(progress, matches, taken);
    }

    private void write(Written one) throws IOException {
        out.writeUTF(one.progress().definition());
        out.writeUTF(one.progress().structure());
        TakenSteps taken = one.taken();
        Counts.write(out, taken.inOrder().size());
        for (TakenStep step : taken.inOrder()) {
            Counts.write(out, names.get(step.element()));
            Counts.write(out, steps.get(step.step()));
            Counts.write(out, taken.reference(step.before()));
        }
        Counts.write(out, one.matches().size());
        for (PartialMatch match : one.matches()) {
            Counts.write(out, names.get(match.state()));
            Counts.write(out, taken.reference(match.taken()));
        }
    }
}
