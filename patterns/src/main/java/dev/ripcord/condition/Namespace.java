package dev.ripcord.condition;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What stands before a dot: {@code event}, a group of facts, {@code params}, an earlier element. It is its own type for
 * CEL's checker and its own value for CEL's runtime, a map without the keys that are absent, so that both always agree.
 */
final class Namespace extends AbstractMap<String, Object> {
    /** No clause can write it, or the checker would take {@code first.event} for the type of that name. */
    static final String TYPE_MARK = "=";

    private final String name;
    private final Map<String, Field> fields;
    private final StructType type;

    /**
     * What stands after the dot.
     *
     * @param value reads it for the step that is being judged; null where it is absent
     * @param inner the namespace that the value always is
     * @param fact the fact that the value is, be it of an earlier step
     */
    record Field(CelType type, Supplier<Object> value, Optional<Namespace> inner, Optional<FactOfStep> fact) {
        static Field of(CelType type, Supplier<Object> value) {
            return new Field(type, value, Optional.empty(), Optional.empty());
        }

        static Field of(Namespace inner) {
            return new Field(inner.type(), () -> inner, Optional.of(inner), Optional.empty());
        }

        /** @return whether it is one number, word or flag */
        boolean isScalar() {
            return inner.isEmpty() && !type.equals(PayloadObject.TYPE) && type.kind() != CelKind.LIST;
        }
    }

    /** @param name as a clause writes it, such as {@code outcome} or {@code first.outcome} */
    Namespace(String name, Map<String, Field> fields) {
        this.name = name;
        this.fields = fields;
        this.type = StructType.create(
                TYPE_MARK + name,
                ImmutableSet.copyOf(fields.keySet()),
                field -> Optional.ofNullable(fields.get(field)).map(Field::type));
    }

    String name() {
        return name;
    }

    Map<String, Field> fields() {
        return fields;
    }

    StructType type() {
        return type;
    }

    @Override
    public boolean containsKey(Object field) {
        return get(field) != null;
    }

    @Override
    public Object get(Object field) {
        Field known = fields.get(field);
        return known == null ? null : known.value().get();
    }

    /** Of the fields that are there now. CEL reads fields by name only. */
    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> present = new HashMap<>();
        fields.keySet().stream().filter(this::containsKey).forEach(field -> present.put(field, get(field)));
        return present.entrySet();
    }

    @Override
    public String toString() {
        return name;
    }
}
