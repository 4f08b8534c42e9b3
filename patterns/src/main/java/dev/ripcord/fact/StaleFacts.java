package dev.ripcord.fact;

import java.io.IOException;

/** States and decisions that come again while nothing new is seen between. */
final class StaleFacts implements GroupFold {
    private final NoveltyFact novelty;
    private final RecentCounts visits = new RecentCounts();
    private final RecentCounts decisions = new RecentCounts();

    StaleFacts(NoveltyFact novelty) {
        this.novelty = novelty;
    }

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.newness() != Newness.KNOWN) {
            visits.clear();
            decisions.clear();
        }
        if (!novelty.isKnown()) {
            return;
        }
        if (in.state() != CanonicalHash.NONE) {
            boolean counts = in.entersState() || visits.count(in.state()) == 0;
            out.set(Fact.STATE_STALE_VISITS, counts ? visits.add(in.state()) : visits.count(in.state()));
        }
        if (in.decision().fingerprint() != CanonicalHash.NONE) {
            out.set(Fact.DECISION_STALE_COUNT, decisions.add(in.decision().fingerprint()));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(visits.isEmpty() && decisions.isEmpty())) {
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
    }
}
