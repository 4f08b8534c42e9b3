package dev.ripcord.detection;

import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws definitions whose partial matches are kept by key: relaxed throughout, fixed numbers of times, nothing optional,
 * and all but the first step the same as the one before in the tool. Negated elements and groups occur.
 */
final class RandomKeyed {
    private final Random random;
    private final List<String> readable = new ArrayList<>();
    private int named;
    private int steps;

    private RandomKeyed(Random random) {
        this.random = random;
    }

    static Definition draw(Random random) {
        RandomKeyed drawn = new RandomKeyed(random);
        List<Map<String, Object>> sequence = drawn.sequence(true, false);
        while (drawn.steps < 2) {
            sequence.add(drawn.single(false));
        }
        String within = random.nextBoolean() ? 1 + random.nextInt(25) + "ms" : "1d";
        return Definitions.definition("keyed", "sequence: " + Json.text(sequence), "within: " + within);
    }

    /** @param again whether its first element also follows its last */
    private List<Map<String, Object>> sequence(boolean outermost, boolean again) {
        List<Map<String, Object>> sequence = new ArrayList<>();
        int length = 1 + random.nextInt(3);
        for (int number = 0; number < length; number++) {
            sequence.add(outermost && random.nextInt(5) == 0 ? group() : single(!again));
            if (number < length - 1 && random.nextInt(4) == 0) {
                sequence.add(negated());
            }
        }
        return sequence;
    }

    private Map<String, Object> group() {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", "g" + named++);
        int times = 1 + random.nextInt(2);
        group.put("times", times);
        group.put("group", sequence(false, times > 1));
        return group;
    }

    /** @param mayBegin whether it is nowhere but at the beginning, where it comes first: nothing is there to compare */
    private Map<String, Object> single(boolean mayBegin) {
        Map<String, Object> element = named("e");
        int times = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        if (times > 1) {
            element.put("times", times);
        }
        if (!mayBegin || steps > 0 || times > 1) {
            element.put("same", random.nextInt(4) == 0 ? List.of("event.agent", "event.tool") : List.of("event.tool"));
        }
        readable.add((String) element.get("name"));
        steps += times;
        return element;
    }

    private Map<String, Object> negated() {
        Map<String, Object> element = named("n");
        element.put("not", true);
        element.put("same", List.of("event.tool"));
        return element;
    }

    private Map<String, Object> named(String letter) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("name", letter + named++);
        element.put("where", clause());
        return element;
    }

    private String clause() {
        List<String> types = new ArrayList<>();
        for (String type : RandomSteps.TYPES) {
            if (random.nextInt(100) < 55) {
                types.add("'" + type + "'");
            }
        }
        String clause = "event.type in [" + (types.isEmpty() ? "'a'" : String.join(", ", types)) + "]";
        return readable.isEmpty() || random.nextInt(4) > 0
                ? clause
                : clause + " && event.model != " + readable.get(random.nextInt(readable.size())) + ".event.model";
    }
}
