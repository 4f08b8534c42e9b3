package dev.ripcord.fact;

import java.io.IOException;

/** Agents handing over to agents: how often, how deep, to and fro, and with the same task. */
final class HandoffFacts implements GroupFold {
    private final AgentPath path = new AgentPath();
    private final RecentCounts tasks = new RecentCounts();
    private final MinuteWindow minute = new MinuteWindow(1);
    private long count;
    private long latestFrom;
    private long latestTo;
    private long pingPong;

    @Override
    public void after(StepInput in, FactValues out) {
        Handoff handoff = in.handoff();
        if (!handoff.isKnown()) {
            return;
        }
        long from = handoff.from();
        long to = handoff.to();
        boolean back = from == latestTo && to == latestFrom && from != to;
        pingPong = back ? pingPong + 1 : 1;
        latestFrom = from;
        latestTo = to;
        minute.add(0, in.time(), 1);
        out.set(Fact.HANDOFF_COUNT, ++count);
        out.set(Fact.HANDOFF_DEPTH, path.handOff(from, to));
        out.set(Fact.HANDOFF_PING_PONG, pingPong);
        out.set(Fact.HANDOFF_MINUTE, minute.sum(0, in.time()));
        if (handoff.task() != CanonicalHash.NONE) {
            out.set(Fact.HANDOFF_SAME_TASK, tasks.add(CanonicalHash.combine(handoff.task(), to)));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(count == 0)) {
            return;
        }
        path.write(out);
        tasks.write(out);
        minute.write(0, out);
        out.count(count);
        out.fingerprint(latestFrom);
        out.fingerprint(latestTo);
        out.count(pingPong);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        path.read(in);
        tasks.read(in);
        minute.read(0, in);
        count = in.count();
        latestFrom = in.fingerprint();
        latestTo = in.fingerprint();
        pingPong = in.count();
    }
}
