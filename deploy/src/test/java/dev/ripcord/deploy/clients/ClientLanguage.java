package dev.ripcord.deploy.clients;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The languages that there is a client in, and the conformance runner of each; see {@code clients/README.md}. */
enum ClientLanguage {
    PYTHON {
        @Override
        void require() {
            Required.python();
        }

        @Override
        void requireSignatures() {
            Required.pythonWithSignatures();
        }

        @Override
        List<String> runner() {
            return List.of(Required.python3(), CLIENTS.resolve("python/conformance/runner.py").toString());
        }
    },
    TYPESCRIPT {
        @Override
        void require() throws Exception {
            TypeScriptBuild.once();
        }

        @Override
        List<String> runner() {
            return List.of("node", CLIENTS.resolve("typescript/conformance/runner.mjs").toString());
        }
    },
    JAVA {
        @Override
        void require() {
            Required.that(
                    Files.exists(RUNNER_CLASSES),
                    "no " + RUNNER_CLASSES + ": the Java client is not tested; compile the tests of clients/java");
        }

        @Override
        List<String> runner() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    // The command's: warnings to standard error. That of the client's own tests is quieter.
                    "-Dlog4j2.configurationFile=" + Required.HOME.resolve("deploy/src/main/resources/log4j2.xml"),
                    "-cp",
                    RUNNER_CLASSES + File.pathSeparator + System.getProperty("java.class.path"),
                    "dev.ripcord.client.conformance.Runner");
        }
    };

    private static final Path CLIENTS = Required.HOME.resolve("clients");
    private static final Path RUNNER_CLASSES = CLIENTS.resolve("java/target/test-classes");

    /** Skips the test where the machine lacks what the client runs on. */
    abstract void require() throws Exception;

    /** Skips the test where the client cannot verify on this machine. */
    void requireSignatures() throws Exception {
        require();
    }

    /** The command, but for its one argument. */
    abstract List<String> runner();
}
