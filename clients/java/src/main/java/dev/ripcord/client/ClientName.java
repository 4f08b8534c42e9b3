package dev.ripcord.client;

/** What this client calls itself in acknowledgements and requests. */
final class ClientName {
    static final String TEXT = "ripcord-java" + version();

    private ClientName() {}

    private static String version() {
        String built = ClientName.class.getPackage().getImplementationVersion();
        return built == null ? "" : "/" + built;
    }
}
