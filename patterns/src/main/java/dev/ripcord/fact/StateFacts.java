package dev.ripcord.fact;

import java.io.IOException;

/** The states that the session comes to, by the hash that the agent gives of them. */
final class StateFacts implements GroupFold {
    private final RecentCounts visits = new RecentCounts();
    private long latest;
    private long unchanged;

    @Override
    public void after(StepInput in, FactValues out) {
        long state = in.state();
        if (state == CanonicalHash.NONE) {
            return;
        }
        boolean stays = state == latest;
        unchanged = stays ? unchanged + 1 : 1;
        latest = state;
        long visit = stays ? visits.count(state) : visits.add(state);
        in.found(!stays && visit == 1 ? Newness.NEW : Newness.KNOWN);
        in.entersState(!stays);
        out.set(Fact.STATE_VISITS, visit);
        out.set(Fact.STATE_UNCHANGED, unchanged);
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(latest == CanonicalHash.NONE)) {
            return;
        }
        visits.write(out);
        out.fingerprint(latest);
        out.count(unchanged);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        visits.read(in);
        latest = in.fingerprint();
        unchanged = in.count();
    }
}
