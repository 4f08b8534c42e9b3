package dev.ripcord.pattern;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import java.util.List;

/** An element with the place where it was written, and those of its group. */
record LocatedElement(Element element, Located at, List<LocatedElement> group) {

    String name() {
        return element.name();
    }

    /** @return a fault at the key; at the element where it has no such key */
    Fault fault(String key, String message) {
        return new Fault(at.keyPlace(key), message);
    }
}
