package dev.ripcord.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object as CEL sees it: a map whose values are converted when they are asked for.
 *
 * <p>It is a {@link StructValue} as well, because CEL's runtime copies a plain map, with all that is in it, each time
 * that a clause touches it.
 */
final class PayloadObject extends StructValue<String, PayloadObject> implements Map<String, Object> {
    static final CelType TYPE = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final ObjectNode node;
    private final PayloadBudget budget;

    PayloadObject(ObjectNode node, PayloadBudget budget) {
        this.node = node;
        this.budget = budget;
    }

    @Override
    public Object select(String key) {
        Object value = get(key);
        if (value == null) {
            throw new AbsentException("event.payload ... " + key);
        }
        return value;
    }

    @Override
    public Optional<Object> find(String key) {
        return Optional.ofNullable(get(key));
    }

    @Override
    public Object get(Object key) {
        JsonNode value = key instanceof String name ? node.get(name) : null;
        return value == null ? null : PayloadValues.of(value, budget);
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && node.has(name);
    }

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public boolean isEmpty() {
        return node.isEmpty();
    }

    @Override
    public boolean containsValue(Object value) {
        return values().contains(value);
    }

    @Override
    public Set<String> keySet() {
        return converted().keySet();
    }

    @Override
    public Collection<Object> values() {
        return converted().values();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return converted().entrySet();
    }

    /** One level of it; the objects below convert when they are asked. */
    private Map<String, Object> converted() {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
                .forEach(property -> map.put(property.getKey(), PayloadValues.of(property.getValue(), budget)));
        return map;
    }

    @Override
    public PayloadObject value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }

    @Override
    public Object put(String key, Object value) {
        throw readOnly();
    }

    @Override
    public Object remove(Object key) {
        throw readOnly();
    }

    @Override
    public void putAll(Map<? extends String, ?> more) {
        throw readOnly();
    }

    @Override
    public void clear() {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a payload is what its producer wrote");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayloadObject object
                ? object.node.equals(node)
                : converted().equals(other);
    }

    @Override
    public int hashCode() {
        return converted().hashCode();
    }
}
