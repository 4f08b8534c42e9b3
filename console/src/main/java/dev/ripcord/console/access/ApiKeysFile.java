package dev.ripcord.console.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.access.ApiKeys.Entry;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.SourceFile;
import dev.ripcord.source.SourceText;
import dev.ripcord.source.UnreadableSource;
import dev.ripcord.source.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the file of API keys, YAML or JSON: a list of keys, each with {@code name}, {@code role}, {@code sha256} (of
 * the key, in hex) and, where it is for one tenant alone, {@code tenant}.
 */
public final class ApiKeysFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final Set<String> KNOWN = Set.of("name", "role", "tenant", "sha256");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> firstByValue = new HashMap<>();

    private ApiKeysFile() {}

    /** @throws RefusedKeys where anything is wrong with it; every error at its place, at once */
    public static ApiKeys read(Path file) throws RefusedKeys {
        ApiKeysFile reading = new ApiKeysFile();
        try {
            reading.read(SourceFile.read(file, MAX_BYTES));
        } catch (UnreadableSource unreadable) {
            reading.faults.add(unreadable.fault());
        }
        if (!reading.faults.isEmpty()) {
            reading.faults.sort(Comparator.comparing(Fault::place));
            throw new RefusedKeys(file, reading.faults);
        }
        return new ApiKeys(reading.entries);
    }

    private void read(SourceText source) {
        List<YamlDocument> documents = YamlDocument.split(source.text());
        if (documents.size() != 1) {
            fault(Place.START, "there are " + documents.size() + " YAML documents; there must be one, a list of keys");
            return;
        }
        YamlDocument.Parsed parsed = documents.get(0).parse();
        faults.addAll(parsed.faults());
        parsed.root().ifPresent(this::list);
    }

    private void list(Located root) {
        if (!root.json().isArray() || root.json().isEmpty()) {
            fault(root.place(), "the file must be a list of keys, each with name, role and sha256");
            return;
        }
        root.items().forEach(this::key);
    }

    private void key(Located key) {
        if (!key.json().isObject()) {
            fault(key.place(), "this is no key; it must have name, role and sha256");
            return;
        }
        key.children().forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                fault(value.keyPlace(), "'" + name + "' is unknown; a key has name, role, tenant and sha256");
            }
        });
        Optional<String> name = text(key, "name", "who has it");
        Optional<Role> role = text(key, "role", "agent, observer or operator").flatMap(word -> role(key, word));
        Optional<String> sha256 = text(key, "sha256", "the hash of the key, 64 hex digits; printf %s KEY | sha256sum")
                .filter(hash -> isSha256(key, hash));
        Optional<String> tenant =
                key.has("tenant") ? text(key, "tenant", "the only tenant it is for") : Optional.empty();
        name.ifPresent(one -> onlyOnce(key, "name", one));
        sha256.ifPresent(one -> onlyOnce(key, "sha256", one.toLowerCase(Locale.ROOT)));
        if (name.isPresent() && role.isPresent() && sha256.isPresent()) {
            Caller caller = new Caller(name.get(), role.get(), tenant);
            entries.add(new Entry(caller, HexFormat.of().parseHex(sha256.get())));
        }
    }

    private Optional<String> text(Located key, String name, String right) {
        JsonNode value = key.get(name).map(Located::json).orElse(null);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            String found = value == null ? "missing" : "no text";
            fault(key.keyPlace(name), name + " is " + found + "; it must be " + right);
            return Optional.empty();
        }
        return key.text(name);
    }

    private Optional<Role> role(Located key, String word) {
        Optional<Role> role = Role.of(word);
        if (role.isEmpty()) {
            fault(key.keyPlace("role"), "role is '" + word + "'; it must be agent, observer or operator");
        }
        return role;
    }

    /** The value is not quoted: somebody may have written the key itself. */
    private boolean isSha256(Located key, String hash) {
        boolean right = SHA256.matcher(hash).matches();
        if (!right) {
            fault(
                    key.keyPlace("sha256"),
                    "sha256 has " + hash.length() + " characters or is no hex; it must be the hash of the key, 64 hex"
                            + " digits (not the key itself)");
        }
        return right;
    }

    private void onlyOnce(Located key, String name, String value) {
        String here = "line " + key.keyPlace(name).line();
        String before = firstByValue.putIfAbsent(name + " " + value, here);
        if (before != null) {
            fault(key.keyPlace(name), name + " is the same as on " + before + "; each key needs its own");
        }
    }

    private void fault(Place place, String message) {
        faults.add(new Fault(place, message));
    }
}
