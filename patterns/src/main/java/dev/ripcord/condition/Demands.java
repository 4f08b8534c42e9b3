package dev.ripcord.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.condition.Namespace.Field;
import dev.ripcord.fact.FactKind;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** What the parts of a clause that must all hold leave of each value that they compare. */
final class Demands {
    private final Names names;
    private final Function<CelExpr, Optional<Object>> known;
    private final Map<String, ValueRange> ranges = new HashMap<>();
    private final Map<String, Object> exactly = new HashMap<>();
    private final Map<String, SortedSet<String>> parameters = new HashMap<>();

    /** @param known the value of an expression, where it has one before any step is seen */
    Demands(Names names, Function<CelExpr, Optional<Object>> known) {
        this.names = names;
        this.known = known;
    }

    /** @return why nothing is left once the part is added to those before it; empty where something is */
    Optional<Exclusion> excluded(CelExpr part) {
        if (part.getKind() == Kind.SELECT && !part.select().testOnly()) {
            return path(part).flatMap(path -> same(path, true, part));
        }
        if (Operators.isCall(part, Operators.NOT)) {
            return path(Operators.argument(part, 0)).flatMap(path -> same(path, false, part));
        }
        Optional<Relation> relation =
                part.getKind() == Kind.CALL ? Relation.of(part.call().function()) : Optional.empty();
        return relation.flatMap(found -> compared(part, found));
    }

    private Optional<Exclusion> compared(CelExpr part, Relation relation) {
        CelExpr left = Operators.argument(part, 0);
        CelExpr right = Operators.argument(part, 1);
        Optional<Object> first = known.apply(left);
        Optional<Object> second = known.apply(right);
        if (first.isPresent() && second.isPresent()) {
            return number(first.get()).isPresent() && relation.between(first.get(), second.get()) == Truth.FALSE
                    ? Optional.of(new Exclusion(
                            "what is asked of parameters alone is not so",
                            false,
                            ParameterNames.in(part),
                            Optional.empty()))
                    : Optional.empty();
        }
        return second.isPresent()
                ? compared(left, relation, right, second.get())
                : first.flatMap(value -> compared(right, relation.turned(), left, value));
    }

    private Optional<Exclusion> compared(CelExpr name, Relation relation, CelExpr other, Object value) {
        Optional<String> path = path(name);
        Optional<Double> number = number(value);
        if (path.isPresent() && number.isPresent()) {
            return names.field(name)
                    .flatMap(Field::fact)
                    .flatMap(fact -> leftOut(path.get(), fact, relation, other, number.get()));
        }
        return path.filter(found -> relation == Relation.EQUAL).flatMap(found -> same(found, value, other));
    }

    private Optional<Exclusion> leftOut(String path, FactOfStep fact, Relation relation, CelExpr other, double number) {
        FactKind kind = fact.fact().kind();
        if (kind == FactKind.IDENTITY) {
            return Optional.empty();
        }
        ValueRange reach = FactReach.of(fact.fact());
        ValueRange before = ranges.getOrDefault(path, reach);
        ValueRange asked = before.and(relation, number);
        ValueRange left = kind == FactKind.COUNT ? asked.whole() : asked;
        ranges.put(path, left);
        SortedSet<String> readSoFar = read(path, other);
        if (!left.isEmpty()) {
            return Optional.empty();
        }
        boolean isBeyondReach = reach.and(relation, number).isEmpty();
        Remedy remedy = new Remedy(isBeyondReach ? reach : before, kind == FactKind.DURATION);
        return Optional.of(new Exclusion(
                isBeyondReach ? FactReach.end(path, fact.fact(), number) : nothingLeft(path),
                isBeyondReach,
                isBeyondReach ? ParameterNames.in(other) : readSoFar,
                ParameterNames.alone(other).map(name -> remedy.of(name, relation))));
    }

    /** @return the exclusion where the value was to be another one already */
    private Optional<Exclusion> same(String path, Object value, CelExpr other) {
        Object before = exactly.putIfAbsent(path, value);
        SortedSet<String> readSoFar = read(path, other);
        return before == null || before.equals(value)
                ? Optional.empty()
                : Optional.of(new Exclusion(nothingLeft(path), false, readSoFar, Optional.empty()));
    }

    private static String nothingLeft(String path) {
        return "nothing is left of " + path + " beside what is asked of it";
    }

    /** @return the parameters that the value was compared with, the other side's included */
    private SortedSet<String> read(String path, CelExpr other) {
        SortedSet<String> readSoFar = parameters.computeIfAbsent(path, name -> new TreeSet<>());
        readSoFar.addAll(ParameterNames.in(other));
        return Collections.unmodifiableSortedSet(new TreeSet<>(readSoFar));
    }

    /** @return the number that facts of its kind are compared by, milliseconds of a time; empty for what is none */
    static Optional<Double> number(Object value) {
        if (value instanceof Duration duration) {
            return Optional.of((double) duration.toMillis());
        }
        return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** @return {@code outcome.count} or {@code first.event.tool}; empty where it is no name of one value of a step */
    private Optional<String> path(CelExpr expression) {
        boolean isName =
                expression.getKind() == Kind.SELECT && !expression.select().testOnly();
        return isName && names.field(expression).filter(Field::isScalar).isPresent()
                ? Optional.of(Names.written(expression))
                : Optional.empty();
    }
}
