package dev.ripcord.detection;

import dev.ripcord.fact.LatestEvent;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.StepCodec;
import dev.ripcord.topic.SessionKey;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link SessionStateWriter} wrote, in this version or an earlier one. */
final class SessionStateReader {
    private static final int WITH_RELEASES = 2;

    private final DataInput in;
    private final List<KeptStep> steps = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private SessionStateReader(DataInput in) {
        this.in = in;
    }

    static SessionState read(DataInput in, DetectionLimits limits) throws IOException {
        return new SessionStateReader(in).session(limits);
    }

    /** @return the latest event of what lies there, of which nothing else is made */
    static LatestEvent latest(DataInput in, DetectionLimits limits) throws IOException {
        version(in);
        in.readUTF();
        in.readUTF();
        return SessionFold.readLatest(in, limits.fold());
    }

    private static int version(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version < 1 || version > SessionStateWriter.VERSION) {
            throw new IOException("the state of a session has version " + version
                    + "; this Ripcord reads versions 1 to " + SessionStateWriter.VERSION);
        }
        return version;
    }

    private SessionState session(DetectionLimits limits) throws IOException {
        int version = version(in);
        SessionKey key = new SessionKey(in.readUTF(), in.readUTF());
        SessionFold fold = SessionFold.read(in, limits.fold());
        String latestSignal = in.readUTF();
        Map<String, Long> signalledAt = signalledAt();
        long releasedAt = version < WITH_RELEASES ? Releases.NEVER : in.readLong();
        readSteps();
        readNames();
        return new SessionState(
                key, limits, fold, progress(), signalledAt, latestSignal.isEmpty() ? null : latestSignal, releasedAt);
    }

    private Map<String, Long> signalledAt() throws IOException {
        Map<String, Long> signalledAt = new TreeMap<>();
        for (int left = Counts.read(in, Integer.MAX_VALUE); left > 0; left--) {
            signalledAt.put(in.readUTF(), in.readLong());
        }
        return signalledAt;
    }

    private void readSteps() throws IOException {
        for (int left = Counts.read(in, Integer.MAX_VALUE); left > 0; left--) {
            steps.add(KeptStep.asRead(StepCodec.read(in)));
        }
    }

    private void readNames() throws IOException {
        for (int left = Counts.read(in, Integer.MAX_VALUE); left > 0; left--) {
            names.add(in.readUTF());
        }
    }

    private List<Progress> progress() throws IOException {
        List<Progress> progress = new ArrayList<>(1);
        for (int left = Counts.read(in, Integer.MAX_VALUE); left > 0; left--) {
            progress.add(Progress.read(in.readUTF(), in.readUTF(), matches(taken())));
        }
        return progress;
    }

    /** @return by their references */
    private List<TakenStep> taken() throws IOException {
        List<TakenStep> taken = new ArrayList<>();
        taken.add(null);
        for (int left = Counts.read(in, Integer.MAX_VALUE); left > 0; left--) {
            String element = names.get(Counts.read(in, names.size() - 1));
            KeptStep step = steps.get(Counts.read(in, steps.size() - 1));
            taken.add(new TakenStep(element, step, taken.get(Counts.read(in, taken.size() - 1))));
        }
        return taken;
    }

    private List<PartialMatch> matches(List<TakenStep> taken) throws IOException {
        List<PartialMatch> matches = new ArrayList<>();
        for (int left = Counts.read(in, Integer.MAX_VALUE); left > 0; left--) {
            String state = names.get(Counts.read(in, names.size() - 1));
            matches.add(new PartialMatch(state, taken.get(Counts.read(in, taken.size() - 1))));
        }
        return matches;
    }
}
