package dev.ripcord.console.webhook.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a hook's deliveries go. Prints without user, path and query: they may be secrets, as Slack's are.
 *
 * @param host ASCII, without the brackets of an IPv6 address
 * @param path with the query
 * @param credentials of the URL ({@code user:password}), sent as basic authentication
 */
public record Target(boolean https, String host, int port, String path, Optional<Secret> credentials) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MOST_CHARACTERS = 2_048;

    /**
     * @throws IllegalArgumentException where it is no such URL; the message says what would be, and shows nothing of it
     */
    public static Target of(String url) {
        URI uri = uri(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean https = scheme.equals("https");
        if (!https && !scheme.equals("http")) {
            throw new IllegalArgumentException("must begin with https:// or http://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("must name a host, such as https://hooks.example.com/ripcord");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535, or none");
        }
        int port = uri.getPort() < 0 ? (https ? HTTPS_PORT : HTTP_PORT) : uri.getPort();
        return new Target(https, host(uri), port, path(uri), credentials(uri));
    }

    /** @return for the header {@code Host}, and for people */
    public String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (https ? HTTPS_PORT : HTTP_PORT) ? name : name + ":" + port;
    }

    /** @return the value of the header {@code Authorization} */
    public Optional<String> authorization() {
        return credentials.map(secret ->
                "Basic " + Base64.getEncoder().encodeToString(secret.reveal().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return (https ? "https://" : "http://") + authority() + "/...";
    }

    private static URI uri(String url) {
        if (url.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("must have at most " + MOST_CHARACTERS + " characters");
        }
        try {
            // Only ASCII goes onto the wire, and no line break can get into the request.
            return new URI(new URI(url).toASCIIString());
        } catch (URISyntaxException notAUrl) {
            // Its message would quote the URL.
            throw new IllegalArgumentException(
                    "must be a URL; from character " + (notAUrl.getIndex() + 1) + " on it is none");
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Optional<Secret> credentials(URI uri) {
        return Optional.ofNullable(uri.getUserInfo()).map(Secret::new);
    }
}
