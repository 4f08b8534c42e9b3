package dev.ripcord.deploy.bench.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What agents do, prepared: a pool of turns of healthy ones, and scripts by which the others run away. */
final class Scripts {
    /**
     * Healthy sessions go through the pool from different places: none meets a turn again within so many, far more than
     * the 256 that facts remember, so that a session of 100,000 events is no loop either.
     */
    static final int TURNS = 2_048;

    /** Decision, call, result, cost. */
    static final int TURN = 4;

    private static final int VARIANTS = 64;
    private static final int SPIKES = 3;
    private static final String DEAR = "0.8";

    private final EventTemplate[] turns;
    private final Map<Family, EventTemplate[][]> scripts = new EnumMap<>(Family.class);
    private final EventTemplate end;

    /** @param seed of all words, numbers and hashes */
    Scripts(long seed) {
        var words = new Words(seed);
        var steps = new Steps(words);
        turns = turns(steps, words);
        for (Family family : Family.values()) {
            var variants = new EventTemplate[VARIANTS][];
            for (int variant = 0; variant < VARIANTS; variant++) {
                variants[variant] = script(family, steps, words).toArray(EventTemplate[]::new);
            }
            scripts.put(family, variants);
        }
        end = steps.end();
    }

    EventTemplate turn(long step) {
        return turns[(int) Long.remainderUnsigned(step, turns.length)];
    }

    /** @param family that runs away */
    EventTemplate script(Family family, long session, int index) {
        return scripts.get(family)[(int) Long.remainderUnsigned(session, VARIANTS)][index];
    }

    EventTemplate end() {
        return end;
    }

    private static EventTemplate[] turns(Steps steps, Words words) {
        var pool = new ArrayList<EventTemplate>();
        for (int turn = 0; turn < TURNS; turn++) {
            var call = steps.call();
            pool.add(steps.decision());
            pool.add(steps.invocation(call));
            // Not every agent framework tells its state at every step.
            pool.add(steps.response(call, turn % 2 == 0 ? words.hash() : null));
            pool.add(steps.cost(steps.usualCost()));
        }
        return pool.toArray(EventTemplate[]::new);
    }

    private static List<EventTemplate> script(Family family, Steps steps, Words words) {
        return switch (family) {
            case HEALTHY -> List.of();
            case IDENTICAL_CALL -> identicalCall(steps);
            case STATE_LOOP -> stateLoop(steps, words);
            case COST_SPIKE -> costSpike(steps);
        };
    }

    private static List<EventTemplate> identicalCall(Steps steps) {
        var call = steps.call();
        var response = steps.response(call, null);
        var script = new ArrayList<EventTemplate>();
        while (script.size() < Family.SCRIPT) {
            script.add(steps.invocation(call));
            script.add(response);
        }
        return script;
    }

    private static List<EventTemplate> stateLoop(Steps steps, Words words) {
        var one = words.hash();
        var other = words.hash();
        var script = new ArrayList<EventTemplate>();
        while (script.size() < Family.SCRIPT) {
            script.add(steps.state(one));
            script.add(steps.state(other));
        }
        return script;
    }

    private static List<EventTemplate> costSpike(Steps steps) {
        var script = new ArrayList<EventTemplate>();
        script.add(steps.decision());
        for (int spike = 0; spike < SPIKES; spike++) {
            var call = steps.call();
            script.add(steps.invocation(call));
            script.add(steps.response(call, null));
            script.add(steps.cost(DEAR));
        }
        return script;
    }
}
