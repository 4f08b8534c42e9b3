package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.backtest.Expectation.Bound;
import dev.ripcord.deploy.backtest.Expectation.MustHalt;
import dev.ripcord.deploy.backtest.Expectation.MustNotHalt;
import dev.ripcord.pattern.Definition;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reads expectations from a document that keeps to its schema. */
final class ExpectationParser {
    private final Candidates candidates;
    private final boolean labelled;
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<SessionKey, Place> mustHalt = new HashMap<>();

    ExpectationParser(Candidates candidates, boolean labelled) {
        this.candidates = candidates;
        this.labelled = labelled;
    }

    List<Expectation> parse(Located root) {
        bound(root, "halts", report -> report.all().halted());
        if (isAllowed(root, "new_halts", candidates.compared(), "--against")) {
            bound(root, "new_halts", report -> report.against().counts().gained());
        }
        if (isAllowed(root, "lost_halts", candidates.compared(), "--against")) {
            bound(root, "lost_halts", report -> report.against().counts().lost());
        }
        if (isAllowed(root, "wrong_halts", labelled, "--labels")) {
            bound(root, "wrong_halts", report -> report.all().wrong());
        }
        root.get("patterns").ifPresent(patterns -> patterns.children().forEach(this::pattern));
        root.get("must_halt").ifPresent(list -> list.items().forEach(this::mustHalt));
        root.get("must_not_halt").ifPresent(list -> list.items().forEach(this::mustNotHalt));
        return expectations;
    }

    /** @return what is wrong although the schema allows it */
    List<Fault> faults() {
        return faults;
    }

    private boolean isAllowed(Located root, String key, boolean has, String option) {
        if (root.get(key).isPresent() && !has) {
            faults.add(new Fault(
                    root.keyPlace(key),
                    key + " has nothing to count without " + option + "; give it, or" + " remove the key"));
            return false;
        }
        return true;
    }

    private void bound(Located root, String key, ToLongFunction<BacktestReport> figure) {
        root.get(key).ifPresent(bounds -> bounded(bounds, key, figure));
    }

    private void bounded(Located bound, String name, ToLongFunction<BacktestReport> figure) {
        var least = number(bound, "at_least");
        var most = number(bound, "at_most");
        if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
            faults.add(new Fault(
                    bound.get("at_least").orElseThrow().place(),
                    "at_least is " + least.getAsLong() + "; it must not be above at_most, " + most.getAsLong()));
        }
        expectations.add(new Bound(bound.keyPlace(), name, figure, least, most));
    }

    private void pattern(String id, Located bound) {
        if (definition(id, bound.keyPlace()).isPresent()) {
            bounded(
                    bound,
                    "halts of " + id,
                    report -> report.patterns().stream()
                            .filter(pattern -> pattern.id().equals(id))
                            .mapToLong(pattern -> pattern.halts().halted())
                            .sum());
        }
    }

    private void mustHalt(Located item) {
        var session = session(item);
        mustHalt.putIfAbsent(session, item.place());
        expectations.add(new MustHalt(item.place(), session, patterns(item), number(item, "by_step")));
    }

    private void mustNotHalt(Located item) {
        var session = session(item);
        var earlier = mustHalt.get(session);
        if (earlier != null && item.get("pattern").isEmpty()) {
            faults.add(new Fault(
                    item.place(), session + " must halt according to line " + earlier.line() + "; remove one of them"));
        }
        expectations.add(new MustNotHalt(item.place(), session, patterns(item)));
    }

    private static SessionKey session(Located item) {
        return item.text()
                .map(id -> new SessionKey(SessionKey.DEFAULT_TENANT, id))
                .orElseGet(() -> new SessionKey(
                        item.text("tenant").orElse(SessionKey.DEFAULT_TENANT),
                        item.text("session").orElseThrow()));
    }

    private Set<String> patterns(Located item) {
        var pattern = item.get("pattern");
        if (pattern.isEmpty()) {
            return candidates.newerKeys();
        }
        return definition(pattern.get().text().orElseThrow(), pattern.get().place())
                .map(definition -> Set.of(definition.key()))
                .orElse(Set.of());
    }

    private Optional<Definition> definition(String id, Place place) {
        var found = candidates.newerDefinitions().stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            var ids = candidates.newerDefinitions().stream().map(Definition::id).collect(Collectors.toSet());
            faults.add(new Fault(place, "no pattern '" + id + "' is tried" + Suggestion.hint(id, ids, "there are")));
        }
        return found;
    }

    private static OptionalLong number(Located at, String key) {
        return at.get(key)
                .map(found -> OptionalLong.of(found.json().longValue()))
                .orElse(OptionalLong.empty());
    }
}
