package dev.ripcord.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A JSON object as CEL sees it: a map whose values are converted when they are asked for. */
final class PayloadObject extends AbstractMap<String, Object> {
    static final CelType TYPE = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final ObjectNode node;
    private final PayloadBudget budget;

    PayloadObject(ObjectNode node, PayloadBudget budget) {
        this.node = node;
        this.budget = budget;
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

    /** One level of it; the objects below convert when they are asked. */
    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
                .forEach(property -> map.put(property.getKey(), PayloadValues.of(property.getValue(), budget)));
        return map.entrySet();
    }

    /** CEL puts values into the texts of its errors. */
    @Override
    public String toString() {
        return "an object of the payload";
    }
}
