package dev.ripcord.deploy.events;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;

/** A file of JSON Lines, plain or gzipped, or what comes in on standard input. Read line by line, never held whole. */
public final class LineFile {
    /** In place of a file's name. */
    public static final String STANDARD_INPUT = "-";

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final String name;
    private CountedInput input;

    private LineFile(String name) {
        this.name = name;
    }

    /**
     * @param consequence what does not happen where there is no such file
     * @throws Refusal where the file is not there or cannot be read
     */
    public static LineFile existing(String name, String consequence) {
        if (!name.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(name))) {
            String reason = Files.exists(Path.of(name)) ? "no permission to read " : "no such file: ";
            throw new Refusal(List.of(reason + name), consequence, ExitCode.INVALID);
        }
        if (Files.isDirectory(Path.of(name))) {
            throw new Refusal(
                    List.of(name + " is a directory; it must be a file of JSON Lines, plain or .gz"),
                    consequence,
                    ExitCode.INVALID);
        }
        return new LineFile(name);
    }

    /** Hands over each line that is not empty, in order. */
    public void forEach(LineReceiver receiver) throws IOException, InterruptedException {
        try (var lines = lines()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                receiver.receive(line);
            }
        }
    }

    /** @return the lines that are not empty, in order; standard input has them once */
    public Lines lines() throws IOException {
        return new Lines(open());
    }

    /** Lines one after another. */
    public final class Lines implements Closeable {
        private final InputStream in;
        private final LineReader reader;

        private Lines(InputStream in) {
            this.in = in;
            this.reader = new LineReader(in);
        }

        /** @return null at the end */
        public Line next() throws IOException {
            return LineFile.this.next(reader);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private Line next(LineReader reader) throws IOException {
        try {
            return reader.next();
        } catch (EOFException cutOff) {
            throw new IOException(place(reader.number()) + ": the compressed file is cut off here");
        } catch (IOException unreadable) {
            throw new IOException(place(reader.number()) + ": " + unreadable.getMessage());
        }
    }

    private InputStream open() throws IOException {
        input = new CountedInput(name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name)));
        var in = new BufferedInputStream(input);
        in.mark(2);
        boolean gzipped = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzipped ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** @return from 0 to 1, how much of the file has been read; empty where its length is not known */
    public OptionalDouble share() throws IOException {
        if (name.equals(STANDARD_INPUT) || input == null) {
            return OptionalDouble.empty();
        }
        long size = Files.size(Path.of(name));
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, (double) input.count() / size));
    }

    /** @return the line as people and editors name it: {@code events.jsonl:17} */
    public String place(long line) {
        return name() + ":" + line;
    }

    public String name() {
        return name.equals(STANDARD_INPUT) ? "standard input" : name;
    }

    /** Takes lines. */
    @FunctionalInterface
    public interface LineReceiver {
        void receive(Line line) throws IOException, InterruptedException;
    }
}
