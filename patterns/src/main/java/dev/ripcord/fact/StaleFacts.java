package dev.ripcord.fact;

import java.io.IOException;

/** States and decisions that come again while nothing new is seen between. */
final class StaleFacts implements GroupFold {
    private final NoveltyFact novelty;
    private final RecentCounts visits = new RecentCounts();
    private final RecentCounts decisions = new RecentCounts();
    private boolean empty = true;

    StaleFacts(NoveltyFact novelty) {
        this.novelty = novelty;
    }

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.newness() != Newness.KNOWN && !empty) {
            visits.clear();
            decisions.clear();
            empty = true;
        }
        if (!novelty.isKnown()) {
            return;
        }
        if (in.state() != CanonicalHash.NONE) {
            empty = false;
            boolean counts = in.entersState() || visits.count(in.state()) == 0;
            out.set(Fact.STATE_STALE_VISITS, counts ? visits.add(in.state()) : visits.count(in.state()));
        }
        if (in.decision().fingerprint() != CanonicalHash.NONE) {
            empty = false;
            out.set(Fact.DECISION_STALE_COUNT, decisions.add(in.decision().fingerprint()));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(empty)) {
            return;
        }
        visits.write(out);
        decisions.write(out);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        visits.read(in);
        decisions.read(in);
        empty = false;
    }
}
