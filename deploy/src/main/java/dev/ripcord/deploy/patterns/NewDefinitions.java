package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.ToolProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is published and nobody has put in force yet, to be put in shadow together.
 *
 * @param keys {@code id@hash} of the latest version of each such pattern
 * @param inForce ids whose latest version is in force already, in whatever mode
 * @param skipped why others are left to be named, a line each
 */
public record NewDefinitions(List<String> keys, List<String> inForce, List<String> skipped) {

    /** @throws Refusal where nothing is published at all */
    public static NewDefinitions of(StandingPatterns stands, String consequence) {
        var found = new NewDefinitions(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var ids = stands.log().ids();
        if (ids.isEmpty()) {
            throw new Refusal(List.of(stands.log().unpublished("")), consequence, ExitCode.INVALID);
        }
        for (var id : ids) {
            found.add(stands.log().definitions(id).get(0), stands);
        }
        return found;
    }

    private void add(PatternLog.Published published, StandingPatterns stands) {
        var latest = published.definition();
        var activated = stands.log().activation(latest.id());
        if (activated.isEmpty()) {
            addUnused(published);
            return;
        }
        var activation = activated.get().activation();
        if (activation.deactivates()) {
            skip(latest.id(), activation.actor() + " took it out of force" + because(activation), Mode.SHADOW);
        } else if (!latest.hash().equals(activation.hash())) {
            skip(latest.id(), "another version is in force than " + latest.key() + ", the latest", activation.mode());
        } else if (isShadowByDefaults(activation)
                && stands.taken(activated.get()).isEmpty()) {
            // Said before, and no guard has taken it: it is asked again.
            addUnused(published);
        } else {
            inForce.add(latest.id());
        }
    }

    private void addUnused(PatternLog.Published published) {
        PublishedDefinition latest = published.definition();
        var document = published.document();
        if (document.isEmpty()) {
            skip(latest.id(), "this version of Ripcord does not take it as it is published", Mode.SHADOW);
        } else if (document.get() instanceof ToolProfile) {
            skip(
                    latest.id(),
                    "it says what tools are, for every pattern alike, those that are enforced too, and has no shadow",
                    Mode.SHADOW);
        } else {
            keys.add(latest.key());
        }
    }

    private void skip(String id, String reason, Mode mode) {
        var option = mode == Mode.SHADOW ? "" : " --mode " + mode.name().toLowerCase(Locale.ROOT);
        skipped.add("skipped " + id + ": " + reason + "; by name: ripcord patterns activate " + id + option);
    }

    private static String because(Activation activation) {
        return activation.reason() == null ? "" : " (" + activation.reason() + ")";
    }

    private static boolean isShadowByDefaults(Activation activation) {
        return activation.mode() == Mode.SHADOW && activation.parameters().isEmpty();
    }
}
