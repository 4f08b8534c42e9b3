package dev.ripcord.pattern;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.SchemaCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is said of tools from its document, and finds what is wrong with it. */
final class ToolProfileReading {
    private static final SchemaCheck SCHEMA = SchemaCheck.of("/ripcord/schema/tools.schema.json");
    private static final String EVERY_TOOL = "*";

    private final Located root;
    private final List<Fault> faults;

    /** By name, where it was first used. */
    private final Map<String, Located> seen = new HashMap<>();

    private ToolProfileReading(Located root, List<Fault> faults) {
        this.root = root;
        this.faults = faults;
    }

    /** @param faults to which those of the document are added; where there are any, the profile is of no use */
    static ToolProfile read(Located root, String source, List<Fault> faults) {
        faults.addAll(SCHEMA.faults(root));
        ToolProfile profile = new ToolProfileReading(root, faults).profile(source);
        return profile.withHash(DefinitionHash.of(CanonicalForm.of(profile)));
    }

    private ToolProfile profile(String source) {
        return new ToolProfile(
                root.text("id").orElse(""),
                root.get("version").map(version -> version.json().asInt()).orElse(0),
                "",
                root.text("title").orElse(""),
                root.get("applies_to").map(Selector::in).orElse(Selector.ALL),
                root.get("tools").map(Located::items).orElse(List.of()).stream()
                        .map(this::row)
                        .toList(),
                source);
    }

    private ToolRow row(Located at) {
        Optional<ToolRole> role = at.text("role").flatMap(ToolProfileReading::role);
        if (!at.has("role") && !at.has("volatile") && at.has("tool")) {
            faults.add(new Fault(at.place(), "the row says nothing of its tools; give it a role, volatile, or both"));
        }
        names(at).forEach(name -> name(name, role));
        return new ToolRow(
                Selector.names(at, "tool"),
                role,
                Selector.names(at, "volatile"),
                at.text("why").orElse(""));
    }

    private void name(Located name, Optional<ToolRole> role) {
        String tool = name.text().orElse("");
        Located earlier = seen.putIfAbsent(tool, name);
        if (earlier != null) {
            faults.add(new Fault(
                    name.place(),
                    "tool '" + tool + "' is already there in line "
                            + earlier.place().line() + "; say all of it in one row"));
        }
        if (tool.equals(EVERY_TOOL) && role.equals(Optional.of(ToolRole.EXEMPT))) {
            faults.add(new Fault(name.place(), "no call would count at all; name the tools that are exempt"));
        }
    }

    private static Stream<Located> names(Located row) {
        return row.get("tool").stream()
                .flatMap(tool -> tool.json().isArray() ? tool.items().stream() : Stream.of(tool))
                .filter(name -> name.text().isPresent());
    }

    private static Optional<ToolRole> role(String written) {
        return Stream.of(ToolRole.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst();
    }
}
