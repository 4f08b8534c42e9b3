package dev.ripcord.source;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** SnakeYAML's complaints, in the words of somebody who writes a pattern file. */
final class YamlSyntax {
    private YamlSyntax() {}

    static String message(MarkedYAMLException notYaml) {
        String problem = notYaml.getProblem() == null ? "unreadable" : notYaml.getProblem();
        if (problem.contains("(TAB)")) {
            return "a tab stands where YAML wants blanks; indent with blanks";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "not YAML: a second ':' in one line; indent the key, or quote the text";
        }
        if (problem.startsWith("Global tag is not allowed")) {
            return "tags such as !!name are not read here; remove it";
        }
        String context = notYaml.getContext();
        return "not YAML: " + problem.strip() + (context == null ? "" : " " + context.strip());
    }
}
