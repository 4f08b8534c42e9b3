package dev.ripcord.deploy.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ripcord.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A file of JSON Lines, plain or gzip, read record by record; bytes are kept as they are, also where they are no JSON. */
public final class EventFile implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream in;

    private EventFile(InputStream in) {
        this.in = in;
    }

    /** @param path {@code -} for standard input */
    public static EventFile open(Path path) throws IOException {
        InputStream raw = path.toString().equals("-") ? System.in : Files.newInputStream(path);
        return new EventFile(unpacked(new BufferedInputStream(raw, 1 << 16)));
    }

    private static InputStream unpacked(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    /** @return the next line that is not blank, without its line end; null after the last one */
    public byte[] next() throws IOException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        return line;
    }

    private byte[] line() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\r' && character != '\t') {
                return false;
            }
        }
        return true;
    }

    /** @return the record's session_id, by which it is keyed; empty where it has none or is no JSON object */
    public static Optional<String> sessionOf(byte[] record) {
        try (JsonParser parser = Json.MAPPER.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean session = parser.currentName().equals("session_id");
                parser.nextToken();
                if (session) {
                    return Optional.ofNullable(parser.getValueAsString());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
