package dev.ripcord.deploy.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without reading them as text: bytes that are no UTF-8 must reach the guard as they are. */
final class LineReader {
    /** Far above the largest record that the topics take; a file without line ends would else fill the memory. */
    static final int LONGEST = 64 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** @return the next line that is not empty, or null at the end */
    Line next() throws IOException {
        byte[] line = nextBytes();
        while (line != null && line.length == 0) {
            line = nextBytes();
        }
        return line == null ? null : new Line(number, line);
    }

    private byte[] nextBytes() throws IOException {
        if (begin == end && !fill()) {
            return null;
        }
        number++;
        var line = new ByteArrayOutputStream(512);
        do {
            int newline = newline();
            line.write(buffer, begin, newline - begin);
            begin = newline;
            if (begin < end) {
                begin++;
                break;
            }
            if (line.size() > LONGEST) {
                throw new IOException(
                        "it is longer than " + LONGEST / 1024 / 1024 + " MiB; there must be one event a line");
            }
        } while (fill());
        return withoutCarriageReturn(line.toByteArray());
    }

    private int newline() {
        int index = begin;
        while (index < end && buffer[index] != '\n') {
            index++;
        }
        return index;
    }

    private boolean fill() throws IOException {
        begin = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** @return the number of the line that was read last, or was being read when it failed */
    long number() {
        return number;
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        boolean ends = line.length > 0 && line[line.length - 1] == '\r';
        return ends ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
