package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Parameter;
import dev.ripcord.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The settings that are tried: every combination of the parameters' levels, or, where these are too many, so many of
 * them drawn at random from a seed. The defaults are always among them. What the definition cannot run with is left
 * out.
 */
public final class Grid {
    /** Each is a pattern in force at once; a book holds a thousand. */
    public static final int MOST_SETTINGS = 900;

    private static final int FEWEST_LEVELS = 3;
    private static final int MOST_LEVELS = 24;

    private final Definition definition;
    private final Map<String, List<Object>> levels;
    private final List<Setting> settings;
    private final int impossible;

    private Grid(Definition definition, Map<String, List<Object>> levels, int most, long seed) {
        this.definition = definition;
        this.levels = levels;
        var all = new ArrayList<Setting>();
        choices(most, seed).forEach(choice -> all.add(setting(choice)));
        this.settings = all.stream().filter(this::isPossible).toList();
        this.impossible = all.size() - settings.size();
    }

    /**
     * @param sweep names of the parameters to turn; all that can be where it is empty
     * @param most settings
     * @throws Refusal where a name is unknown or cannot be turned, or there is nothing to turn
     */
    public static Grid of(Definition definition, List<String> sweep, int most, long seed) {
        var turned = turned(definition, sweep);
        int count = (int) Math.floor(Math.pow(most, 1.0 / turned.size()) + 1e-9);
        int each = Math.max(FEWEST_LEVELS, Math.min(MOST_LEVELS, count));
        var levels = new LinkedHashMap<String, List<Object>>();
        turned.forEach(parameter -> levels.put(parameter.name(), Levels.of(parameter, each)));
        return new Grid(definition, levels, most, seed);
    }

    private static List<Parameter> turned(Definition definition, List<String> sweep) {
        var names = definition.parameters().stream().map(Parameter::name).toList();
        var problems = new ArrayList<String>();
        sweep.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(
                        "unknown parameter '" + name + "'" + Suggestion.hint(name, names, "the parameters are")));
        var turned = definition.parameters().stream()
                .filter(parameter -> sweep.isEmpty() ? Levels.has(parameter) : sweep.contains(parameter.name()))
                .toList();
        turned.stream()
                .filter(parameter -> !Levels.has(parameter))
                .forEach(parameter -> problems.add("parameter " + parameter.name()
                        + " cannot be swept; it needs a minimum and a maximum in the pattern file"));
        if (turned.isEmpty() && problems.isEmpty()) {
            problems.add(definition.id() + " has no parameter to turn: none has a minimum and a maximum");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems, "nothing was tuned", ExitCode.INVALID);
        }
        return turned;
    }

    /** @return indices into the levels, one list a setting */
    private List<List<Integer>> choices(int most, long seed) {
        long combinations = levels.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        return combinations <= most ? allChoices() : drawnChoices(most, new Random(seed));
    }

    private List<List<Integer>> allChoices() {
        List<List<Integer>> choices = List.of(List.of());
        for (var values : levels.values()) {
            var longer = new ArrayList<List<Integer>>();
            for (var choice : choices) {
                for (int index = 0; index < values.size(); index++) {
                    longer.add(with(choice, index));
                }
            }
            choices = longer;
        }
        return choices;
    }

    private static List<Integer> with(List<Integer> choice, int index) {
        var longer = new ArrayList<>(choice);
        longer.add(index);
        return List.copyOf(longer);
    }

    private List<List<Integer>> drawnChoices(int most, Random random) {
        var drawn = new TreeMap<String, List<Integer>>();
        var usual = defaults();
        drawn.put(usual.toString(), usual);
        while (drawn.size() < most) {
            var choice = levels.values().stream()
                    .map(values -> random.nextInt(values.size()))
                    .toList();
            drawn.put(choice.toString(), choice);
        }
        return List.copyOf(drawn.values());
    }

    private List<Integer> defaults() {
        var usual = definition.parameters(Map.of()).values();
        return levels.entrySet().stream()
                .map(entry -> entry.getValue().indexOf(usual.get(entry.getKey())))
                .toList();
    }

    private Setting setting(List<Integer> choice) {
        var usual = defaults();
        var values = new LinkedHashMap<String, Object>();
        int distance = 0;
        for (var level : levels.entrySet()) {
            int parameter = values.size();
            values.put(level.getKey(), level.getValue().get(choice.get(parameter)));
            distance += Math.abs(choice.get(parameter) - usual.get(parameter));
        }
        return new Setting(values, distance);
    }

    private boolean isPossible(Setting setting) {
        var activation = new Activation(
                Activation.SCHEMA_VERSION,
                definition.id(),
                definition.hash(),
                Mode.SHADOW,
                setting.written(),
                null,
                "tune",
                null);
        return ActivationReader.problems(definition, activation).isEmpty();
    }

    public Definition definition() {
        return definition;
    }

    /** @return by the name of the parameter: the values that it is tried with, as people write them */
    Map<String, List<Object>> levels() {
        var written = new LinkedHashMap<String, List<Object>>();
        levels.forEach((name, values) ->
                written.put(name, values.stream().map(Setting::written).toList()));
        return written;
    }

    List<Setting> settings() {
        return settings;
    }

    Setting defaultSetting() {
        return settings.stream().filter(Setting::isDefault).findFirst().orElseThrow();
    }

    /** @return how many settings were left out because the definition cannot run with them */
    int impossible() {
        return impossible;
    }
}
