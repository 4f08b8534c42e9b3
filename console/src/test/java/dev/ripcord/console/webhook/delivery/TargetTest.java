package dev.ripcord.console.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void portAndPathHaveTheirUsualValues() {
        assertThat(Target.of("https://Example.com").authority()).isEqualTo("example.com");
        assertThat(Target.of("https://example.com").path()).isEqualTo("/");
        assertThat(Target.of("https://example.com").port()).isEqualTo(443);
        assertThat(Target.of("http://example.com:8080?a=b#c").authority()).isEqualTo("example.com:8080");
        assertThat(Target.of("http://example.com:8080?a=b#c").path()).isEqualTo("/?a=b");
        assertThat(Target.of("http://[2001:db8::1]:81/x").authority()).isEqualTo("[2001:db8::1]:81");
    }

    @Test
    void itPrintsWithoutWhatMayBeASecret() {
        assertThat(Target.of("https://me:hunter2@example.com/hunter2?hunter2")).hasToString("https://example.com/...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "ftp://example.com/hunter2",
                "file:///hunter2",
                "https:///hunter2",
                "https://example.com/hunter2 x",
                "https://example.com/hunter2\r\nHost: x",
                "https://example.com:0/hunter2",
                "https://example.com:65536/hunter2",
                "https://hunter2_x/"
            })
    void whatIsNoSuchUrlIsRefusedWithoutShowingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(url))
                .withMessageNotContaining("hunter2")
                .withMessageStartingWith("must ")
                .withNoCause();
    }
}
