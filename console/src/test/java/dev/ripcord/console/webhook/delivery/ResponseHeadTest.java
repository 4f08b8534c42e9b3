package dev.ripcord.console.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResponseHeadTest {
    private static final long NOW = 1_445_412_480_000L;

    @Test
    void statusAndRetryAfterAreRead() throws Exception {
        assertThat(read("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(Outcome.DELIVERED);
        assertThat(read("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 202\r\n\r\n"))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(read("HTTP/1.1 429 Slow\r\nretry-after:  7 \r\n\r\n").retryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(read("HTTP/1.1 503 X\r\nRetry-After: Wed, 21 Oct 2015 07:28:30 GMT\r\n\r\n")
                        .retryAfter())
                .contains(Duration.ofSeconds(30));
        assertThat(read("HTTP/1.1 503 X\r\nRetry-After: soon\r\n\r\n").retryAfter())
                .isEmpty();
    }

    @Test
    void whatMayGoBetterIsTriedAgainAndWhatWouldNotIsNot() throws Exception {
        assertThat(read("HTTP/1.1 408 X\r\n\r\n").kind()).isEqualTo(Outcome.Kind.RETRY);
        assertThat(read("HTTP/1.1 500 X\r\n\r\n").kind()).isEqualTo(Outcome.Kind.RETRY);
        assertThat(read("HTTP/1.1 404 X\r\n\r\n").kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(read("HTTP/1.1 308 X\r\n\r\n").reason()).contains("redirects are not followed");
    }

    @Test
    void whatIsNoHttpIsAnError() {
        assertThatThrownBy(() -> read("SSH-2.0-OpenSSH\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nX: y\r\n")).hasMessage("its answer breaks off");
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nX: " + "y".repeat(40_000)))
                .hasMessageContaining("32768 bytes");
    }

    private static Outcome read(String answer) throws IOException {
        var in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
        return Outcome.of(ResponseHead.read(in), NOW);
    }
}
