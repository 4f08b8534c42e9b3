package dev.ripcord.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Server-sent events from bytes, in whatever pieces they come: a piece may end within a line, between the two
 * characters of a line end, or within a character. As in the HTML standard; {@code retry} is left to the back-off.
 */
final class SseParser {
    /** A record of 6 MiB, each quote in it escaped, and then some. */
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Consumer<SseEvent> receiver;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String id;
    private boolean hasData;
    private boolean afterCarriageReturn;
    private boolean first = true;

    SseParser(Consumer<SseEvent> receiver) {
        this.receiver = receiver;
    }

    /** @throws IOException where a line is longer than any event of the gateway */
    void accept(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            byte next = piece.get();
            if (next == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = next == '\r';
            if (next == '\n' || next == '\r') {
                endLine();
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            } else {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes in the event stream");
            }
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (first && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        first = false;
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        if (colon != 0) {
            String value = colon < 0 ? "" : text.substring(colon + 1);
            field(colon < 0 ? text : text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "event" -> type = value;
            case "data" -> {
                data.append(hasData ? "\n" : "").append(value);
                hasData = true;
            }
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            default -> {
                // Of a later version: not for us.
            }
        }
    }

    private void dispatch() {
        if (hasData) {
            receiver.accept(new SseEvent(type.isEmpty() ? "message" : type, data.toString(), id));
        }
        data.setLength(0);
        hasData = false;
        type = "";
    }
}
