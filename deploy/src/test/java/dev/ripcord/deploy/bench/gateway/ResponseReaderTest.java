package dev.ripcord.deploy.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest implements ResponseReader.Listener {
    private static final String RESPONSES = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
            + "HTTP/1.1 204 No Content\r\n\r\n"
            + "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n"
            + "HTTP/1.1 200 OK\r\ncontent-length:2\r\n\r\nhi";

    private final List<String> heard = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void responsesAreTheSameInWhateverPiecesTheyCome(int size) throws IOException {
        var bytes = RESPONSES.getBytes(StandardCharsets.US_ASCII);
        var reader = new ResponseReader(this);
        for (int start = 0; start < bytes.length; start += size) {
            reader.accept(ByteBuffer.wrap(bytes, start, Math.min(size, bytes.length - start)));
        }
        assertThat(heard).containsExactly("200 hello", "204 ", "503 abcdefg", "200 hi");
    }

    @Override
    public void body(ByteBuffer piece) {
        text.append(StandardCharsets.US_ASCII.decode(piece));
    }

    @Override
    public void end(int status) {
        heard.add(status + " " + text);
        text.setLength(0);
    }
}
