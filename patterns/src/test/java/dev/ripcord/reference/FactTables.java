package dev.ripcord.reference;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactGroup;
import dev.ripcord.fact.FactKind;
import dev.ripcord.fact.RecentList;
import java.util.Arrays;

/** Every fact with its definition, group by group. */
final class FactTables {
    private FactTables() {}

    static String groups() {
        StringBuilder text = new StringBuilder();
        for (FactGroup group : FactGroup.values()) {
            text.append("### ").append(group.groupName()).append("\n\n");
            text.append(group.definition()).append("\n\n");
            text.append("| fact | type | is |\n|---|---|---|\n");
            Arrays.stream(Fact.values())
                    .filter(fact -> fact.group().equals(group.groupName()))
                    .forEach(fact -> row(text, fact.factName(), type(fact.kind()), fact.definition()));
            text.append("\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    static String recent() {
        StringBuilder text = new StringBuilder("| list | of | is |\n|---|---|---|\n");
        for (RecentList list : RecentList.values()) {
            row(text, "recent." + list.listName(), list == RecentList.FAILED ? "bool" : "int", list.definition());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String type, String definition) {
        text.append("| `")
                .append(name)
                .append("` | ")
                .append(type)
                .append(" | ")
                .append(SchemaTable.cell(definition))
                .append(" |\n");
    }

    private static String type(FactKind kind) {
        return switch (kind) {
            case COUNT -> "int";
            case FLAG -> "bool";
            case DURATION -> "duration";
            case MONEY -> "double, dollars";
            case RATIO -> "double";
            case IDENTITY -> "int, an identity";
            case COUNTS -> "list of int";
        };
    }
}
