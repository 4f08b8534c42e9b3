package dev.ripcord.pattern;

import dev.ripcord.source.Located;
import java.util.List;
import java.util.Optional;

/** Reads the elements of a sequence or a group. */
final class ElementParser {
    private ElementParser() {}

    static List<LocatedElement> elements(Located list) {
        return list.items().stream().map(ElementParser::element).toList();
    }

    private static LocatedElement element(Located at) {
        List<LocatedElement> group =
                at.get("group").map(ElementParser::elements).orElse(List.of());
        var element = new Element(
                at.text("name").orElse(""),
                at.text("where"),
                times(at),
                contiguity(at, "contiguity"),
                at.isTrue("not"),
                at.isTrue("optional"),
                at.text("until"),
                same(at),
                at.get("within").flatMap(ArgumentParser::duration),
                group.stream().map(LocatedElement::element).toList());
        return new LocatedElement(element, at, group);
    }

    private static Times times(Located at) {
        boolean greedy = at.isTrue("greedy");
        Contiguity between = contiguity(at, "between");
        Optional<Argument<Integer>> once = Optional.of(Argument.of(1));
        return at.get("times")
                .flatMap(written -> ArgumentParser.times(written, greedy, between))
                .orElseGet(() -> new Times(Argument.of(1), once, greedy, between));
    }

    private static Contiguity contiguity(Located at, String key) {
        return at.text(key).filter("strict"::equals).isPresent() ? Contiguity.STRICT : Contiguity.RELAXED;
    }

    private static List<String> same(Located at) {
        return at.get("same").map(Located::items).orElse(List.of()).stream()
                .flatMap(path -> path.text().stream())
                .toList();
    }
}
