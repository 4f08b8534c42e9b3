package dev.ripcord.console.webhook.config;

import java.util.List;

/** Thrown where a file of webhooks cannot be used. Shows nothing of its secrets and URLs. */
public final class InvalidWebhooks extends Exception {
    private final List<String> problems;

    InvalidWebhooks(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** @return each as {@code file:line:column: error: message}, in the order of the file */
    public List<String> problems() {
        return problems;
    }
}
