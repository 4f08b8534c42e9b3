package dev.ripcord.deploy.clients;

import dev.ripcord.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The argument of a conformance runner. */
record ClientOptions(Map<String, Object> members) {
    static ClientOptions of(URI gateway, String session) {
        return new ClientOptions(Map.of("url", gateway.toString(), "session", session));
    }

    ClientOptions agent(String agent) {
        return with("agent", agent);
    }

    ClientOptions parent(String parent) {
        return with("parent", parent);
    }

    ClientOptions root(String root) {
        return with("root", root);
    }

    ClientOptions failClosed() {
        return with("fail", "closed");
    }

    ClientOptions staleAfter(double seconds) {
        return with("stale_after", seconds);
    }

    ClientOptions heartbeatTimeout(double seconds) {
        return with("heartbeat_timeout", seconds);
    }

    ClientOptions trusting(String keyId, Path publicKey) {
        return with("trusted_keys", Map.of(keyId, publicKey.toString()));
    }

    private ClientOptions with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(members);
        more.put(name, value);
        return new ClientOptions(more);
    }

    String json() {
        return Json.text(members);
    }
}
