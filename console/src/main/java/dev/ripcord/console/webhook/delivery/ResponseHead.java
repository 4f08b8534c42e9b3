package dev.ripcord.console.webhook.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver answers, as far as it matters: nobody reads its body.
 *
 * @param retryHeader the value of {@code Retry-After}, seconds or a date; empty where there is none
 */
record ResponseHead(int status, Optional<String> retryHeader) {
    private static final int MOST_BYTES = 32 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry-after:\\s*(.*?)\\s*");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** @throws IOException where the answer is not HTTP/1.1, too long, or breaks off */
    static ResponseHead read(InputStream in) throws IOException {
        var lines = new Lines(in);
        ResponseHead head = readOne(lines);
        while (head.status / 100 == 1) {
            // Interim: the answer is still to come.
            head = readOne(lines);
        }
        return head;
    }

    /** @param now milliseconds since the epoch */
    Optional<Duration> retryAfter(long now) {
        return retryHeader.flatMap(value -> SECONDS.matcher(value).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : date(value).map(time -> Duration.ofMillis(Math.max(0, time - now))));
    }

    private static ResponseHead readOne(Lines lines) throws IOException {
        Matcher status = STATUS_LINE.matcher(lines.next());
        if (!status.matches()) {
            throw new IOException("its answer is no HTTP/1.1");
        }
        Optional<String> retry = Optional.empty();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher header = RETRY_AFTER.matcher(line);
            retry = header.matches() ? Optional.of(header.group(1)) : retry;
        }
        return new ResponseHead(Integer.parseInt(status.group(1)), retry);
    }

    private static Optional<Long> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli());
        } catch (DateTimeException neitherSecondsNorDate) {
            return Optional.empty();
        }
    }

    /** Lines that end with a line feed, and bounded in all. */
    private static final class Lines {
        private final InputStream in;
        private int read;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            var line = new StringBuilder();
            for (int one = in.read(); one != '\n'; one = in.read()) {
                if (one < 0) {
                    throw new EOFException("its answer breaks off");
                }
                if (++read > MOST_BYTES) {
                    throw new IOException("its answer begins with more than " + MOST_BYTES + " bytes of headers");
                }
                line.append(new String(new byte[] {(byte) one}, StandardCharsets.ISO_8859_1));
            }
            return line.toString().stripTrailing();
        }
    }
}
