package dev.ripcord.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.webhook.WebhookState;
import dev.ripcord.console.webhook.hook.HookState;
import dev.ripcord.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookHealthTest {
    @Test
    void whyNothingIsReadForThemIsSaid() {
        assertThat(topics(true, null)).isEqualTo("ok");
        assertThat(topics(false, null)).isEqualTo("they are not read yet");
        assertThat(topics(false, "GroupAuthorizationException: not authorized"))
                .isEqualTo("they cannot be read: GroupAuthorizationException: not authorized");
    }

    @Test
    void aHookIsFailingUntilADeliveryArrivesAndWhatIsNotKnownIsLeftOut() {
        HookState failing = new HookState("chat", 7, 1, 29, 0, 2, 1_000L, "it answered 503", 2_000L);
        HookState untried = new HookState("on-call", 0, 0, 0, 0, 0, null, null, null);
        HookState recovered = new HookState("own", 8, 1, 29, 0, 0, 2_001L, "it answered 503", 2_000L);
        assertThat(Json.text(WebhookHealth.of(new WebhookState(true, null, 3, List.of(failing, untried, recovered)))))
                .isEqualTo("{\"topics\":\"ok\",\"unreadable_records\":3,\"hooks\":["
                        + "{\"name\":\"chat\",\"status\":\"failing\",\"waiting\":2,\"delivered\":7,\"failed\":1,"
                        + "\"retries\":29,\"dropped\":0,\"delivered_at\":1000,"
                        + "\"last_error\":\"it answered 503\",\"last_error_at\":2000},"
                        + "{\"name\":\"on-call\",\"status\":\"ok\",\"waiting\":0,\"delivered\":0,\"failed\":0,"
                        + "\"retries\":0,\"dropped\":0},"
                        + "{\"name\":\"own\",\"status\":\"ok\",\"waiting\":0,\"delivered\":8,\"failed\":1,"
                        + "\"retries\":29,\"dropped\":0,\"delivered_at\":2001,"
                        + "\"last_error\":\"it answered 503\",\"last_error_at\":2000}]}");
    }

    private static String topics(boolean reading, String error) {
        return WebhookHealth.of(new WebhookState(reading, error, 0, List.of())).topics();
    }
}
