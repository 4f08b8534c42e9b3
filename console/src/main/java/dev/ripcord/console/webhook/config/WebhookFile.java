package dev.ripcord.console.webhook.config;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.SchemaCheck;
import dev.ripcord.source.SourceFile;
import dev.ripcord.source.SourceText;
import dev.ripcord.source.UnreadableSource;
import dev.ripcord.source.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of webhooks; its keys are described in {@code webhooks.schema.json}. Everything that is wrong is told at
 * once, each at its place, without the line that it stands in: that line may hold a secret.
 */
final class WebhookFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final SchemaCheck SCHEMA = SchemaCheck.of("/dev/ripcord/console/webhook/webhooks.schema.json");

    private final Map<String, String> environment;
    private final List<Fault> faults = new ArrayList<>();

    private WebhookFile(Map<String, String> environment) {
        this.environment = environment;
    }

    static WebhookSettings read(Path file, Map<String, String> environment) throws InvalidWebhooks {
        var reading = new WebhookFile(environment);
        List<HookSettings> hooks = reading.hooks(file);
        if (!reading.faults.isEmpty()) {
            throw new InvalidWebhooks(reading.faults.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Fault::place))
                    .map(fault -> file + ":" + fault.place().line() + ":"
                            + fault.place().column() + ": error: " + fault.message())
                    .toList());
        }
        return new WebhookSettings(hooks);
    }

    private List<HookSettings> hooks(Path file) {
        try {
            SourceText source = SourceFile.read(file, MAX_BYTES);
            List<YamlDocument> documents = YamlDocument.split(source.text());
            if (documents.size() == 1) {
                return document(documents.get(0));
            }
            Place place = documents.isEmpty()
                    ? Place.START
                    : new Place(documents.get(1).firstLine(), 1);
            faults.add(new Fault(
                    place,
                    "the file holds " + documents.size()
                            + " documents; it must hold one, a mapping with the key hooks"));
        } catch (UnreadableSource unreadable) {
            faults.add(unreadable.fault());
        }
        return List.of();
    }

    private List<HookSettings> document(YamlDocument document) {
        YamlDocument.Parsed parsed = document.parse();
        if (parsed.root().isEmpty()) {
            faults.addAll(parsed.faults());
            return List.of();
        }
        Located root = parsed.root().get();
        List<Fault> found = new ArrayList<>(parsed.faults());
        found.addAll(SCHEMA.faults(root));
        faults.addAll(Discreet.all(found, root));
        List<Located> hooks = root.get("hooks").map(Located::items).orElse(List.of());
        refuseEqualNames(hooks);
        return hooks.stream()
                .filter(hook -> hook.json().isObject())
                .map(hook -> new HookParser(hook, environment, faults).parsed())
                .flatMap(hook -> hook.stream())
                .toList();
    }

    private void refuseEqualNames(List<Located> hooks) {
        Map<String, Place> names = new HashMap<>();
        for (Located hook : hooks) {
            hook.get("name")
                    .ifPresent(name -> name.text().ifPresent(text -> {
                        Place earlier = names.putIfAbsent(text, name.place());
                        if (earlier != null) {
                            faults.add(new Fault(
                                    name.place(), "name '" + text + "' is already given in line " + earlier.line()));
                        }
                    }));
        }
    }
}
