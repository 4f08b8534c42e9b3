package dev.ripcord.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway, over HTTP. One source may be followed by many guards; they share its HTTP client. */
public final class GatewaySource extends GuardSource {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySource.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final URI address;
    private final HttpClient http;

    private GatewaySource(URI address, HttpClient http) {
        this.address = address;
        this.http = http;
    }

    /**
     * @param url such as {@code http://127.0.0.1:7700}; a path before {@code /v1} may follow
     * @throws IllegalArgumentException where it is no http or https URL
     */
    public static GatewaySource at(String url) {
        // HTTP/1.1: one connection a stream, and no offer of an upgrade that a proxy may not understand.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        return new GatewaySource(parsed(url), http);
    }

    /** The same over a client of one's own: for a proxy, or certificates that the JVM does not know. */
    public GatewaySource over(HttpClient other) {
        return new GatewaySource(address, other);
    }

    private static URI parsed(String url) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return URI.create(url.replaceAll("/+$", ""));
            }
        } catch (IllegalArgumentException noUri) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "the gateway's address is '" + url + "'; it must be a URL such as http://127.0.0.1:7700");
    }

    @Override
    List<String> problems(Following following) {
        List<String> problems = new ArrayList<>();
        String key = following.apiKey();
        if (key != null && !key.chars().allMatch(character -> character > ' ' && character < 127)) {
            problems.add("apiKey is empty or holds blanks or characters beyond ASCII; give the key as it was issued");
        }
        return problems;
    }

    @Override
    Feed follow(Following following, FeedListener listener) {
        if (following.apiKey() != null && "http".equals(address.getScheme()) && !isHere()) {
            LOG.warn("the API key goes to {} in the clear; use https", address);
        }
        return GatewayFeed.start(
                requests(following), http, listener, following.subject().session());
    }

    private boolean isHere() {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    @Override
    AckSender acknowledgements(Following following) {
        return new GatewayAcks(requests(following), http);
    }

    private GatewayRequests requests(Following following) {
        return new GatewayRequests(address, following);
    }

    @Override
    public String toString() {
        return "the gateway at " + address;
    }
}
