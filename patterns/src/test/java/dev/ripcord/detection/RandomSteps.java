package dev.ripcord.detection;

import dev.ripcord.event.Payload;
import dev.ripcord.fact.FactValues;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepEvent;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Steps of a few types with a few tools, so that conditions hold often; equal times now and then. */
final class RandomSteps {
    static final String[] TYPES = {"a", "b", "c", "d"};
    private static final int TOOLS = 3;

    private RandomSteps() {}

    static List<Step> draw(Random random, int length) {
        List<Step> steps = new ArrayList<>();
        long time = 1_000;
        for (int offset = 0; offset < length; offset++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextInt(4);
            String type = TYPES[Math.min(random.nextInt(TYPES.length), random.nextInt(TYPES.length))];
            steps.add(step(offset, time, type, Integer.toString(random.nextInt(TOOLS))));
        }
        return steps;
    }

    static Step step(long offset, long time, String type, String tool) {
        StepEvent event = new StepEvent(type, "agent", tool, null, null, null, null, null, null, null);
        return new Step(new Position(0, offset), time, time, event, new FactValues(), Payload.EMPTY);
    }
}
