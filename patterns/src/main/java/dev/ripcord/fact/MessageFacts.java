package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** What agents say, and how often they say the same, or nearly the same. */
final class MessageFacts implements GroupFold {
    private static final int WINDOW = 16;

    private final Latest sketches = new Latest(WINDOW);
    private long latest;
    private long inARow;
    private long latestSketch;
    private long similarInARow;

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.is(EventTypes.USER_REQUEST) || in.call().isMade()) {
            endRow();
        } else if (in.message().fingerprint() != CanonicalHash.NONE) {
            after(in.message(), out);
        }
    }

    private void after(Wording said, FactValues out) {
        boolean near = latestSketch != CanonicalHash.NONE && Sketch.areNear(said.sketch(), latestSketch);
        inARow = said.fingerprint() == latest ? inARow + 1 : 1;
        similarInARow = near ? similarInARow + 1 : 1;
        latest = said.fingerprint();
        latestSketch = said.sketch();
        out.set(Fact.MESSAGE_IN_A_ROW, inARow);
        if (said.sketch() != CanonicalHash.NONE) {
            sketches.add(said.sketch());
            out.set(Fact.MESSAGE_SIMILAR_IN_A_ROW, similarInARow);
            out.set(Fact.MESSAGE_SIMILAR_RECENT, similarRecent());
        }
    }

    private long similarRecent() {
        long similar = 0;
        for (int steps = 1; steps <= sketches.size(); steps++) {
            similar += Sketch.areNear(sketches.back(steps), latestSketch) ? 1 : 0;
        }
        return similar;
    }

    private void endRow() {
        latest = CanonicalHash.NONE;
        latestSketch = CanonicalHash.NONE;
        inARow = 0;
        similarInARow = 0;
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(latest == CanonicalHash.NONE && sketches.size() == 0)) {
            return;
        }
        sketches.write(out);
        out.fingerprint(latest);
        out.count(inARow);
        out.fingerprint(latestSketch);
        out.count(similarInARow);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        sketches.read(in);
        latest = in.fingerprint();
        inARow = in.count();
        latestSketch = in.fingerprint();
        similarInARow = in.count();
    }
}
