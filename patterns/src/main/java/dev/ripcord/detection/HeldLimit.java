package dev.ripcord.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps what all partial matches of a session hold below its limit, whatever their definitions. It counts at every
 * event and not when state is written: when that happens no two runs agree on.
 */
final class HeldLimit {
    private static final Comparator<Candidate> FIRST_TO_GO =
            Comparator.comparing(Candidate::taken, DropOrder.FIRST_TO_GO);

    private record Candidate(Progress progress, int index, TakenStep taken) {}

    private HeldLimit() {}

    static void apply(SessionState session, long limit, Losses losses) {
        HeldSteps held = session.held();
        if (held.bytes() <= limit) {
            return;
        }
        List<Candidate> candidates = candidates(session);
        List<Progress> before = List.copyOf(session.inProgress());
        List<BitSet> gone = before.stream().map(progress -> new BitSet()).toList();
        for (int next = 0; held.bytes() > limit && next < candidates.size(); next++) {
            Candidate candidate = candidates.get(next);
            held.release(candidate.taken());
            gone.get(before.indexOf(candidate.progress())).set(candidate.index());
        }
        for (int index = 0; index < before.size(); index++) {
            remove(session, before.get(index), gone.get(index), losses);
        }
    }

    /** Of equals the order of definitions decides, and then that of their partial matches: sorting is stable. */
    private static List<Candidate> candidates(SessionState session) {
        List<Candidate> candidates = new ArrayList<>();
        for (Progress progress : session.inProgress()) {
            List<TakenStep> latest = progress.bound().latest();
            for (int index = 0; index < latest.size(); index++) {
                if (latest.get(index) != null) {
                    candidates.add(new Candidate(progress, index, latest.get(index)));
                }
            }
        }
        candidates.sort(FIRST_TO_GO);
        return candidates;
    }

    private static void remove(SessionState session, Progress progress, BitSet gone, Losses losses) {
        if (!gone.isEmpty()) {
            losses.addTooLarge(progress.place(), gone.cardinality());
            progress.bound().remove(gone);
            session.keepIfBegun(progress);
        }
    }
}
