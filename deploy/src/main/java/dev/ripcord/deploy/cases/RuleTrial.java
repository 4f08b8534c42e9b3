package dev.ripcord.deploy.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.detection.CaseRunner;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.event.Envelope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Expectation;
import dev.ripcord.pattern.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Runs definitions over the cases of another detector, and compares whether and when they fire first. */
final class RuleTrial {
    private final Map<Definition, CaseRunner> runners = new LinkedHashMap<>();

    /** @param least what a definition must at least ask for, to count as finding a loop */
    RuleTrial(List<Document> documents, Action least) {
        var tools = Document.toolProfiles(documents);
        Document.definitions(documents).stream()
                .filter(definition -> definition.action().compareTo(least) >= 0)
                .forEach(definition ->
                        runners.put(definition, new CaseRunner(definition, tools, DetectionLimits.DEFAULT)));
    }

    RuleReport over(List<RuleCase> cases) {
        int passed = 0;
        int skipped = 0;
        int positives = 0;
        var failures = new ArrayList<RuleFailure>();
        for (var tried : cases) {
            if (tried.atEnd()) {
                skipped++;
                continue;
            }
            var failure = failure(tried);
            if (failure == null) {
                passed++;
                positives += tried.stuck() ? 1 : 0;
            } else {
                failures.add(new RuleFailure(tried.name(), tried.place(), failure));
            }
        }
        return new RuleReport(passed, failures.size(), skipped, positives, failures);
    }

    /** @return why the case fails; null where it passes */
    private String failure(RuleCase tried) {
        try {
            var firedAt = firedAt(tried);
            return tried.isPassed(firedAt) ? null : tried.explanation(firedAt);
        } catch (IllegalArgumentException cannotRun) {
            return cannotRun.getMessage();
        }
    }

    private OptionalInt firedAt(RuleCase tried) {
        var events = RuleEvents.envelopes(tried.events());
        return runners.entrySet().stream()
                .map(runner -> firedAt(runner.getValue(), caseOf(tried, runner.getKey(), events)))
                .flatMapToInt(OptionalInt::stream)
                .min();
    }

    private static OptionalInt firedAt(CaseRunner runner, Case one) {
        return runner.run(one).firedAt().stream()
                .map(index -> (int) one.events().get(index).position().offset())
                .findFirst();
    }

    private static Case caseOf(RuleCase tried, Definition definition, List<Envelope> events) {
        return new Case(tried.name(), 0, Expectation.FIRES, tried.at(), parameters(definition, tried.config()), events);
    }

    private static Map<String, Object> parameters(Definition definition, Map<String, JsonNode> config) {
        var values = new HashMap<String, Object>();
        for (Parameter parameter : definition.parameters()) {
            if (config.containsKey(parameter.name())) {
                values.put(parameter.name(), Json.MAPPER.convertValue(config.get(parameter.name()), Object.class));
            }
        }
        return values;
    }
}
