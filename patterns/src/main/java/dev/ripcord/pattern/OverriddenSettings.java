package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values that parameters have for whomever a definition's overrides name. */
final class OverriddenSettings {
    /** With so many names, more would take longer than they are worth: a step is judged right all the same. */
    private static final int MOST_NAMED = 10_000;

    private final Definition definition;

    OverriddenSettings(Definition definition) {
        this.definition = definition;
    }

    /**
     * Somebody whom overrides name.
     *
     * @param last index of the override that counts for them after all others
     */
    record Named(String tenant, String agent, String tool, boolean polls, int last) {
        /** @return {@code for tenant acme and tool search} */
        String words() {
            List<String> words = new ArrayList<>();
            Stream.of(named("tenant", tenant), named("agent", agent), named("tool", tool))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            if (polls) {
                words.add("role polls");
            }
            return "for " + String.join(" and ", words);
        }

        private static String named(String kind, String name) {
            return name == null ? "" : kind + " " + name;
        }
    }

    /** @return by the values, the first to have them; the base itself is left out */
    Map<Parameters, Named> of(Parameters base) {
        Map<Parameters, Named> settings = new LinkedHashMap<>();
        named().limit(MOST_NAMED).forEach(named -> {
            Parameters setting = definition.forStep(base, named.tenant(), named.agent(), named.tool(), named.polls());
            if (!setting.equals(base)) {
                settings.putIfAbsent(setting, named);
            }
        });
        return settings;
    }

    /** @return everybody who can be told from the others by the names that overrides give; the least named first */
    private Stream<Named> named() {
        List<String> agents = names(Selector::agents);
        List<String> tools = names(Selector::tools);
        return names(Selector::tenants).stream()
                .flatMap(tenant -> agents.stream()
                        .flatMap(agent -> tools.stream()
                                .flatMap(tool -> roles().map(polls -> named(tenant, agent, tool, polls)))));
    }

    private Stream<Boolean> roles() {
        boolean anyPolls = definition.overrides().stream().anyMatch(ParameterOverride::polls);
        return anyPolls ? Stream.of(false, true) : Stream.of(false);
    }

    private Named named(String tenant, String agent, String tool, boolean polls) {
        int last = -1;
        for (int index = 0; index < definition.overrides().size(); index++) {
            last = definition.overrides().get(index).counts(tenant, agent, tool, polls) ? index : last;
        }
        return new Named(tenant, agent, tool, polls, last);
    }

    /** @return the names, after nobody in particular */
    private List<String> names(Function<Selector, List<String>> kind) {
        List<String> names = new ArrayList<>();
        names.add(null);
        definition.overrides().stream()
                .flatMap(override -> kind.apply(override.selector()).stream())
                .distinct()
                .forEach(names::add);
        return names;
    }
}
