package dev.ripcord.console.api;

import dev.ripcord.console.access.ApiKeys;
import dev.ripcord.console.access.Caller;
import dev.ripcord.console.access.Role;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets in who has a key, and says who it is. */
final class Access {
    private static final String CALLER = "ripcord.caller";
    private static final String BEARER = "Bearer ";

    private final Optional<ApiKeys> keys;

    Access(Optional<ApiKeys> keys) {
        this.keys = keys;
    }

    void identify(Context request) {
        request.attribute(CALLER, keys.isPresent() ? keyHolder(request, keys.get()) : local(request));
    }

    private static Caller keyHolder(Context request, ApiKeys keys) {
        String header = request.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unknown(request, "no API key is given; send it as Authorization: Bearer KEY");
        }
        return keys.caller(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> unknown(request, "the API key is not one of this gateway's"));
    }

    private static Refused unknown(Context request, String error) {
        request.header("WWW-Authenticate", "Bearer realm=\"ripcord\"");
        return new Refused(Refused.UNKNOWN_CALLER, error);
    }

    /** Without keys a web page that somebody opened on this machine must not release what is halted. */
    private static Caller local(Context request) {
        String origin = request.header("Origin");
        if (origin != null && !isLoopback(host(origin)) || !isLoopback(host("http://" + request.host()))) {
            throw new Refused(
                    Refused.FORBIDDEN,
                    "without API keys only this machine is served, under its own name; set up a file of keys");
        }
        return Caller.LOCAL;
    }

    private static String host(String uri) {
        try {
            String host = URI.create(uri).getHost();
            return host == null ? "" : host.replaceAll("[\\[\\]]", "");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private static boolean isLoopback(String host) {
        boolean numeric = host.contains(":") || host.matches("127\\.[0-9.]+");
        return host.equals("localhost") || numeric && isLoopbackAddress(host);
    }

    private static boolean isLoopbackAddress(String host) {
        try {
            // An address in digits is read, not looked up.
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }

    static Caller caller(Context request) {
        return request.attribute(CALLER);
    }

    static Caller require(Context request, Predicate<Role> right, String what) {
        Caller caller = caller(request);
        if (!right.test(caller.role())) {
            throw new Refused(
                    Refused.FORBIDDEN,
                    "key '" + caller.name() + "' has role " + caller.role().word() + ", which may not " + what);
        }
        return caller;
    }

    static void requireTenant(Caller caller, String tenant) {
        if (!caller.mayUse(tenant)) {
            throw new Refused(
                    Refused.FORBIDDEN,
                    "key '" + caller.name() + "' is for tenant "
                            + caller.tenant().orElseThrow() + " alone; this is about tenant " + tenant);
        }
    }
}
