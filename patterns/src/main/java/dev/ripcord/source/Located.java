package dev.ripcord.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A value of a document, with the places where it stands.
 *
 * @param json the value itself
 * @param keyPlace of the key that it is given under; its own place in a list, and for the whole document
 * @param place where it begins
 * @param children by key, in a list by index; in the order of the document
 * @param inText from a place within a text to the place in the document, through quotes, escapes and folded lines
 */
public record Located(
        JsonNode json, Place keyPlace, Place place, Map<String, Located> children, UnaryOperator<Place> inText) {
    public Located {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(keyPlace, "keyPlace");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(inText, "inText");
    }

    /** @return what stands under the key; empty where nothing does, or only the key */
    public Optional<Located> get(String key) {
        return Optional.ofNullable(children.get(key)).filter(child -> !child.json.isNull());
    }

    public boolean has(String key) {
        return children.containsKey(key);
    }

    /** @return the entries of a list; none where the value is something else */
    public List<Located> items() {
        return json.isArray() ? List.copyOf(children.values()) : List.of();
    }

    /** @return the text, without blanks around it; empty where the value is something else */
    public Optional<String> text() {
        return json.isTextual() ? Optional.of(json.textValue().strip()) : Optional.empty();
    }

    /** @return the text under the key */
    public Optional<String> text(String key) {
        return get(key).flatMap(Located::text);
    }

    public boolean isTrue(String key) {
        return get(key).map(child -> child.json.asBoolean(false)).orElse(false);
    }

    /** @return where the key stands; where this value begins if there is no such key */
    public Place keyPlace(String key) {
        return children.containsKey(key) ? children.get(key).keyPlace : place;
    }

    Located under(Place key) {
        return new Located(json, key, place, children, inText);
    }
}
