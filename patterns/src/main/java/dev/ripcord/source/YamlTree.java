package dev.ripcord.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The values of a document with their places, aliases written out. SnakeYAML's graph may be small and yet stand for
 * more values than memory holds, or contain itself: both are bounded here.
 */
final class YamlTree {
    static final int MAX_DEPTH = 50;
    static final int MAX_VALUES = 100_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final YamlDocument document;
    private final List<Fault> faults;
    private final Deque<Node> open = new ArrayDeque<>();
    private int values;

    YamlTree(YamlDocument document, List<Fault> faults) {
        this.document = document;
        this.faults = faults;
    }

    /** @throws YAMLException where the document expands beyond the limits */
    Located located(Node node) {
        if (++values > MAX_VALUES) {
            throw new YAMLException("its aliases expand to more than " + MAX_VALUES + " values");
        }
        if (open.stream().anyMatch(outer -> outer == node)) {
            throw new YAMLException("an alias stands within its own anchor");
        }
        if (open.size() > MAX_DEPTH) {
            throw new YAMLException("it is nested more than " + MAX_DEPTH + " deep");
        }
        open.push(node);
        Located located = converted(node);
        open.pop();
        return located;
    }

    private Located converted(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        return node instanceof SequenceNode sequence ? sequence(sequence) : scalar((ScalarNode) node);
    }

    private Located mapping(MappingNode node) {
        refuseOwnTag(node);
        ObjectNode json = JSON.objectNode();
        Map<String, Located> children = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            Place keyPlace = document.place(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                faults.add(new Fault(keyPlace, "a list or a mapping cannot be a key; it must be a word"));
            } else if (children.containsKey(key.getValue())) {
                int line = children.get(key.getValue()).keyPlace().line();
                faults.add(new Fault(keyPlace, "key '" + key.getValue() + "' is already given in line " + line));
            } else {
                Located child = located(entry.getValueNode()).under(keyPlace);
                json.set(key.getValue(), child.json());
                children.put(key.getValue(), child);
            }
        }
        return located(node, json, children, UnaryOperator.identity());
    }

    private Located sequence(SequenceNode node) {
        refuseOwnTag(node);
        ArrayNode json = JSON.arrayNode();
        Map<String, Located> children = new LinkedHashMap<>();
        for (Node item : node.getValue()) {
            Located child = located(item);
            children.put(Integer.toString(json.size()), child);
            json.add(child.json());
        }
        return located(node, json, children, UnaryOperator.identity());
    }

    private Located scalar(ScalarNode node) {
        return located(node, value(node), Map.of(), within -> ScalarPlaces.of(document, node, within));
    }

    private JsonNode value(ScalarNode node) {
        try {
            return YamlScalar.json(node);
        } catch (IllegalArgumentException notOfItsTag) {
            faults.add(new Fault(document.place(node.getStartMark()), notOfItsTag.getMessage()));
            return JSON.nullNode();
        }
    }

    private void refuseOwnTag(Node node) {
        if (!YamlScalar.isCore(node.getTag())) {
            faults.add(new Fault(document.place(node.getStartMark()), YamlScalar.refusal(node.getTag())));
        }
    }

    private Located located(Node node, JsonNode json, Map<String, Located> children, UnaryOperator<Place> inText) {
        Place place = document.place(node.getStartMark());
        return new Located(json, place, place, children, inText);
    }
}
