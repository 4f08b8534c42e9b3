package dev.ripcord.client;

import dev.ripcord.halt.Acknowledgement;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts acknowledgements to the gateway. */
record GatewayAcks(GatewayRequests requests, HttpClient http) implements AckSender {
    private static final Duration MOST = Duration.ofSeconds(10);

    @Override
    public void send(Acknowledgement word) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                Exchange.within(MOST, http, requests.acknowledgement(word), BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String why = GatewayAnswer.inWords(status, answer.body());
        throw GatewayAnswer.mayPass(status) ? new IOException(why) : new AckRefused(why);
    }

    @Override
    public void close() {
        // The HTTP client belongs to the source.
    }
}
