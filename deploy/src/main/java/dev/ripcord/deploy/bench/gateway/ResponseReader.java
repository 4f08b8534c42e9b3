package dev.ripcord.deploy.bench.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** HTTP/1.1 responses from the bytes of one connection, one after the other, in whatever pieces they come. */
final class ResponseReader {
    /** Hears of each response in its parts. */
    interface Listener {
        /** The bytes are valid during the call only. */
        void body(ByteBuffer piece);

        /** The response has ended. */
        void end(int status);
    }

    private enum Place {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private final Listener listener;
    private final StringBuilder line = new StringBuilder();
    private Place place = Place.HEAD;
    private int status;
    private boolean chunked;
    private long left;

    ResponseReader(Listener listener) {
        this.listener = listener;
    }

    void accept(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (place == Place.BODY || place == Place.CHUNK) {
                take(bytes);
            } else {
                char next = (char) (bytes.get() & 0xff);
                if (next == '\n') {
                    endLine(line.toString().strip());
                    line.setLength(0);
                } else {
                    line.append(next);
                }
            }
        }
    }

    private void take(ByteBuffer bytes) {
        int size = (int) Math.min(left, bytes.remaining());
        listener.body(bytes.slice(bytes.position(), size));
        bytes.position(bytes.position() + size);
        left -= size;
        if (left == 0 && place == Place.BODY) {
            end();
        } else if (left == 0) {
            place = Place.CHUNK_END;
        }
    }

    private void endLine(String text) throws IOException {
        switch (place) {
            case HEAD -> head(text);
            case CHUNK_SIZE -> {
                left = Long.parseLong(text.split(";")[0], 16);
                place = left == 0 ? Place.TRAILER : Place.CHUNK;
            }
            case CHUNK_END -> place = Place.CHUNK_SIZE;
            case TRAILER -> {
                if (text.isEmpty()) {
                    end();
                }
            }
            case BODY, CHUNK -> throw new IllegalStateException("a line within a body");
        }
    }

    private void head(String text) throws IOException {
        if (text.startsWith("HTTP/1.1 ")) {
            status = Integer.parseInt(text.substring(9, 12));
        } else if (text.isEmpty()) {
            bodyBegins();
        } else {
            header(text.toLowerCase(Locale.ROOT));
        }
    }

    private void header(String text) {
        if (text.startsWith("content-length:")) {
            left = Long.parseLong(text.substring("content-length:".length()).strip());
        } else if (text.startsWith("transfer-encoding:") && text.contains("chunked")) {
            chunked = true;
        }
    }

    private void bodyBegins() throws IOException {
        if (status == 0) {
            throw new IOException("what answers there does not speak HTTP/1.1");
        }
        if (chunked) {
            place = Place.CHUNK_SIZE;
        } else if (left > 0) {
            place = Place.BODY;
        } else {
            end();
        }
    }

    private void end() {
        int ended = status;
        place = Place.HEAD;
        status = 0;
        chunked = false;
        left = 0;
        listener.end(ended);
    }
}
