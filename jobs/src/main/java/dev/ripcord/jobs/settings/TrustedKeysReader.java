package dev.ripcord.jobs.settings;

import dev.ripcord.halt.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code KEYID=FILE,KEYID=FILE} into keys. */
final class TrustedKeysReader {
    private TrustedKeysReader() {}

    /**
     * @throws IllegalArgumentException where the text has another form
     * @throws IOException where a file holds no public Ed25519 key
     */
    static TrustedKeys read(String text) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new IllegalArgumentException("'" + pair + "' is no KEYID=FILE");
            }
            String id = pair.substring(0, equals).strip();
            Path file = Path.of(pair.substring(equals + 1).strip());
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(file + " cannot be read");
            }
            if (files.put(id, file) != null) {
                throw new IllegalArgumentException("key '" + id + "' is given twice");
            }
        }
        return TrustedKeys.read(files);
    }
}
