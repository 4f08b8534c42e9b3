package dev.ripcord.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import dev.ripcord.condition.Namespace.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All that one text may name, as types for CEL's checker and as values for its runtime. */
final class Names implements CelTypeProvider, CelVariableResolver {
    static final String PARAMETERS = "params";

    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private final Map<String, Optional<Object>> values = new HashMap<>();
    private final ImmutableMap<String, CelType> types;

    private Names(ConditionScope scope, Evaluation evaluation, Map<String, Field> moreOfEvent) {
        // Elements first: one that bears the name of a fact is refused elsewhere, and must not hide the fact here.
        scope.earlier().forEach(element -> namespaces.put(element, element(element, evaluation)));
        namespaces.putAll(StepNames.of("", evaluation::step, moreOfEvent));
        namespaces.put(StepNames.RECENT, StepNames.recent(evaluation::step));
        namespaces.put(PARAMETERS, parameters(scope, evaluation));
        namespaces.forEach((name, namespace) -> values.put(name, Optional.of(namespace)));
        types = collectTypes();
    }

    /** For a clause: the payload of the step that is judged can be read. */
    static Names ofClause(ConditionScope scope, Evaluation evaluation) {
        Field payload = Field.of(PayloadObject.TYPE, evaluation::payload);
        return new Names(scope, evaluation, Map.of(StepNames.PAYLOAD, payload));
    }

    /** For a message: it goes into signals, which carry no prompt and no argument. */
    static Names ofMessage(ConditionScope scope, Evaluation evaluation) {
        return new Names(scope, evaluation, Map.of());
    }

    Map<String, Namespace> namespaces() {
        return namespaces;
    }

    /** @return what a path such as {@code outcome.count} or {@code first.event.tool} stands for */
    Optional<Field> field(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT ->
                Optional.ofNullable(namespaces.get(expression.ident().name())).map(Field::of);
            case SELECT ->
                field(expression.select().operand())
                        .flatMap(Field::inner)
                        .map(namespace ->
                                namespace.fields().get(expression.select().field()));
            default -> Optional.empty();
        };
    }

    /** @param name a path of which the parts are names */
    static String written(CelExpr name) {
        return name.getKind() == Kind.IDENT
                ? name.ident().name()
                : written(name.select().operand()) + "." + name.select().field();
    }

    @Override
    public Optional<Object> find(String name) {
        Optional<Object> value = values.get(name);
        return value == null ? Optional.empty() : value;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private static Namespace element(String element, Evaluation evaluation) {
        Map<String, Field> fields = new LinkedHashMap<>();
        StepNames.of(element + ".", () -> evaluation.latest(element), Map.of())
                .forEach((name, namespace) -> fields.put(name, Field.of(namespace)));
        return new Namespace(element, fields);
    }

    private static Namespace parameters(ConditionScope scope, Evaluation evaluation) {
        Map<String, Field> fields = new LinkedHashMap<>();
        scope.parameters().forEach((name, type) -> fields.put(name, parameter(name, type, evaluation)));
        return new Namespace(PARAMETERS, fields);
    }

    private static Field parameter(String name, ParameterType type, Evaluation evaluation) {
        return Field.of(celType(type), new ParameterRead(evaluation, name, type));
    }

    private static CelType celType(ParameterType type) {
        return switch (type) {
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case DURATION -> SimpleType.DURATION;
            case BOOL -> SimpleType.BOOL;
            case STRING -> SimpleType.STRING;
        };
    }

    private ImmutableMap<String, CelType> collectTypes() {
        Map<String, CelType> collected = new LinkedHashMap<>();
        for (Namespace namespace : namespaces.values()) {
            collected.put(namespace.type().name(), namespace.type());
            for (Field field : namespace.fields().values()) {
                field.inner().ifPresent(inner -> collected.put(inner.type().name(), inner.type()));
            }
        }
        return ImmutableMap.copyOf(collected);
    }
}
