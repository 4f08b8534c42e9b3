package dev.ripcord.console.webhook.config;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of complaints what stood in the file, but for keys whose values are no secrets: whoever reads the log of a
 * server need not see what somebody pasted into the wrong place.
 */
final class Discreet {
    private static final Set<String> OPEN = Set.of(
            "name",
            "template",
            "on",
            "allow_private",
            "timeout",
            "attempts",
            "backoff",
            "update_every",
            "window",
            "hooks");
    private static final String EXPECTATION = "; it ";

    private Discreet() {}

    static List<Fault> all(List<Fault> faults, Located root) {
        Set<Place> hidden = new HashSet<>();
        hide(root, hidden);
        return faults.stream()
                .map(fault -> hidden.contains(fault.place()) ? discreet(fault) : fault)
                .toList();
    }

    /** Every value but those under open keys; a list or a mapping is no text that could be shown. */
    private static void hide(Located at, Set<Place> hidden) {
        for (Map.Entry<String, Located> child : at.children().entrySet()) {
            Located value = child.getValue();
            if (value.json().isContainerNode()) {
                if (!child.getKey().equals("on")) {
                    hide(value, hidden);
                }
            } else if (!OPEN.contains(child.getKey())) {
                hidden.add(value.place());
            }
        }
    }

    private static Fault discreet(Fault fault) {
        String message = fault.message();
        int expectation = message.lastIndexOf(EXPECTATION);
        int is = message.indexOf(" is ");
        String what = (is > 0 && expectation > is ? message.substring(0, is) : "what stands here") + " cannot be used";
        return new Fault(
                fault.place(),
                what + (expectation < 0 ? "; it must be a text in quotes" : message.substring(expectation)));
    }
}
