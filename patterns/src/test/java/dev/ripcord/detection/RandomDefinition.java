package dev.ripcord.detection;

import dev.ripcord.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws definitions of all constructs that the language has, as their authors write them: text that the reader reads,
 * with clauses in CEL. Some break a rule of the language, and are refused.
 */
public final class RandomDefinition {
    private final Random random;

    /** Elements whose steps a later clause may read. */
    private final List<String> readable = new ArrayList<>();

    private int named;

    private RandomDefinition(Random random) {
        this.random = random;
    }

    /** @return a definition as its author would write it */
    public static String text(Random random) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("id", "drawn-" + random.nextInt(1_000_000));
        definition.put("version", 1);
        definition.put("title", "Drawn");
        definition.put("why", "To compare");
        definition.put("action", "observe");
        definition.put("severity", "info");
        definition.put("message", "found");
        definition.put("rearm", "0s");
        definition.put(
                "parameters",
                Map.of("times", parameter(1 + random.nextInt(3)), "pause", parameter(1 + random.nextInt(6) + "ms")));
        definition.put("sequence", new RandomDefinition(random).sequence(0));
        definition.put("within", random.nextBoolean() ? 6 + random.nextInt(12) + "ms" : "1d");
        return Json.text(definition);
    }

    private static Map<String, Object> parameter(Object byDefault) {
        return Map.of("default", byDefault, "description", "drawn");
    }

    private List<Map<String, Object>> sequence(int depth) {
        List<Map<String, Object>> sequence = new ArrayList<>();
        int length = 1 + random.nextInt(depth == 0 ? 4 : 3);
        for (int number = 0; number < length; number++) {
            boolean inside = number > 0 && number < length - 1;
            Map<String, Object> element = element(depth, inside);
            if (number > 0 && chance(30)) {
                element.put("contiguity", "strict");
            }
            sequence.add(element);
        }
        if (length == 1 && chance(90)) {
            sequence.get(0).remove("optional");
        }
        return sequence;
    }

    private Map<String, Object> element(int depth, boolean inside) {
        if (inside && chance(25)) {
            return negated();
        }
        return depth < 2 && chance(22) ? group(depth) : single();
    }

    private Map<String, Object> group(int depth) {
        Map<String, Object> group = named();
        repeat(group, false);
        group.put("group", sequence(depth + 1));
        return group;
    }

    private Map<String, Object> negated() {
        Map<String, Object> negated = named();
        negated.put("not", true);
        negated.put("where", clause());
        return negated;
    }

    private Map<String, Object> single() {
        Map<String, Object> single = named();
        boolean loops = repeat(single, true);
        if (chance(88)) {
            single.put("where", clause());
        }
        if (loops && chance(40)) {
            single.put("until", clause());
        }
        boolean follows = !readable.isEmpty() || single.containsKey("times");
        if (follows && chance(20)) {
            single.put("same", List.of("event.tool"));
        }
        if (follows && chance(30)) {
            single.put("within", chance(25) ? "params.pause" : 1 + random.nextInt(6) + "ms");
        }
        readable.add((String) single.get("name"));
        return single;
    }

    private Map<String, Object> named() {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("name", "e" + named++);
        return element;
    }

    /** @return whether there is no upper bound */
    private boolean repeat(Map<String, Object> element, boolean mayBeGreedy) {
        if (chance(16)) {
            element.put("optional", true);
        }
        if (chance(50)) {
            return false;
        }
        String times = times();
        element.put("times", times);
        if (chance(35)) {
            element.put("between", "strict");
        }
        if (mayBeGreedy && times.contains("..") && chance(35)) {
            element.put("greedy", true);
        }
        return times.endsWith("..");
    }

    private String times() {
        int from = 1 + random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 0 -> Integer.toString(1 + from);
            case 1 -> from + ".." + (from + 1 + random.nextInt(2));
            case 2 -> from + "..";
            case 3 -> "params.times";
            default -> "params.times..";
        };
    }

    private String clause() {
        List<String> types = new ArrayList<>();
        for (String type : RandomSteps.TYPES) {
            if (chance(45)) {
                types.add("'" + type + "'");
            }
        }
        String ofType = "event.type in [" + (types.isEmpty() ? "'a'" : String.join(", ", types)) + "]";
        if (readable.isEmpty() || chance(65)) {
            return ofType;
        }
        String earlier = readable.get(random.nextInt(readable.size())) + ".event.tool";
        return ofType + " && (!has(" + earlier + ") || " + earlier + " != event.tool)";
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
