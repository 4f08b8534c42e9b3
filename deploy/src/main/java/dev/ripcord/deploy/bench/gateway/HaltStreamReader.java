package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.time.WallClock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One client's event stream, read for nothing but which record it was and when the broker had it. */
final class HaltStreamReader implements ResponseReader.Listener {
    /** Begins the reason of each record that is measured; its number follows, then a blank. */
    static final String MARK = "bench record ";

    private static final String TIME = "\"time\":";

    private final int client;
    private final Receipts receipts;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    HaltStreamReader(int client, Receipts receipts) {
        this.client = client;
        this.receipts = receipts;
    }

    @Override
    public void body(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            byte next = piece.get();
            if (next == '\n') {
                endLine(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(next);
            }
        }
    }

    private void endLine(String text) {
        int mark = text.indexOf(MARK);
        if (text.startsWith("event: ready")) {
            receipts.ready();
        } else if (text.startsWith("data:") && mark >= 0) {
            int record = (int) number(text, mark + MARK.length());
            long time = number(text, text.indexOf(TIME) + TIME.length());
            // Both have whole milliseconds: the difference is right to one.
            receipts.received(client, record, WallClock.SYSTEM.millis() - time);
        }
    }

    private static long number(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text.substring(from, end));
    }

    @Override
    public void end(int status) {
        // A stream that ends is missed where its client gets nothing any more.
    }
}
