package dev.ripcord.console.replay.judge;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import dev.ripcord.pattern.Times;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the elements of definitions ask for, in their own words. */
public final class ClauseTexts {
    private final PatternsInTime patterns;

    public ClauseTexts(PatternsInTime patterns) {
        this.patterns = patterns;
    }

    /**
     * @param definition {@code id@hash}
     * @return the condition of the element; null where it has none, or the definition is not known
     */
    public String where(String definition, String element) {
        return elements(definition)
                .filter(one -> one.name().equals(element))
                .findFirst()
                .flatMap(Element::where)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .orElse(null);
    }

    /**
     * @param latest element that was matched last
     * @return the elements that such a match may go on with: more of the same where it may repeat, and the next that is
     *     to be seen. Empty where the definition is not known
     */
    public List<String> next(String definition, String latest) {
        List<Element> elements =
                elements(definition).filter(element -> !element.negated()).toList();
        for (int place = 0; place < elements.size(); place++) {
            Element element = elements.get(place);
            if (element.name().equals(latest)) {
                Stream<String> again = element.times().equals(Times.ONCE) ? Stream.of() : Stream.of(latest);
                Stream<String> following =
                        elements.stream().skip(place + 1L).limit(1).map(Element::name);
                return Stream.concat(again, following).toList();
            }
        }
        return List.of();
    }

    public Optional<Definition> definition(String key) {
        return patterns.definition(key);
    }

    private Stream<Element> elements(String definition) {
        return patterns.definition(definition).stream()
                .flatMap(found -> found.sequence().stream())
                .flatMap(ClauseTexts::flat);
    }

    private static Stream<Element> flat(Element element) {
        return element.isGroup() ? element.group().stream().flatMap(ClauseTexts::flat) : Stream.of(element);
    }
}
