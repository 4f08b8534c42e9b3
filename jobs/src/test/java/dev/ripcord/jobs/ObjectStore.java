package dev.ripcord.jobs;

import java.net.URI;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.awaitility.Awaitility;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/** A server that speaks S3, and Flink told of it as a cluster is: by its plugin. */
final class ObjectStore implements AutoCloseable {
    private static final String BUCKET = "ripcord";
    private static final String KEY = "key";
    private static final String SECRET = "secret-of-the-store";

    /** Put there by the build. */
    private static final Path PLUGINS = Path.of("target/plugins");

    private final BlobStoreContext blobs;
    private final S3Proxy server;

    private ObjectStore(BlobStoreContext blobs, S3Proxy server) {
        this.blobs = blobs;
        this.server = server;
    }

    static ObjectStore start() throws Exception {
        // In memory. On disk, a folder that it is told to forget while something is in it takes five seconds.
        BlobStoreContext blobs =
                ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
        blobs.getBlobStore().createContainerInLocation(null, BUCKET);
        S3Proxy server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
                .build();
        server.start();
        Awaitility.await().until(() -> server.getState().equals("STARTED"));
        ObjectStore store = new ObjectStore(blobs, server);
        store.introduceToFlink();
        return store;
    }

    private void introduceToFlink() throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString("s3.endpoint", "http://127.0.0.1:" + server.getPort());
        configuration.setString("s3.path.style.access", "true");
        configuration.setString("s3.access-key", KEY);
        configuration.setString("s3.secret-key", SECRET);
        FileSystem.initialize(
                configuration,
                new DefaultPluginManager(
                        new DirectoryBasedPluginFinder(PLUGINS).findPlugins(),
                        CoreOptions.getPluginParentFirstLoaderPatterns(configuration)));
    }

    URI bucket() {
        return URI.create("s3://" + BUCKET);
    }

    @Override
    public void close() throws Exception {
        FileSystem.initialize(new Configuration(), null);
        server.stop();
        blobs.close();
    }
}
