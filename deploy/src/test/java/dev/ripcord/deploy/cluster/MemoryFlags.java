package dev.ripcord.deploy.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a process of Flink is to be started with so that its memory is what the configuration says: Flink works it out
 * in a process of its own, and a TaskManager does not start without.
 */
record MemoryFlags(List<String> ofJvm, List<String> ofFlink) {
    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

    static MemoryFlags ofJobManager(ClusterDirectory directory) throws IOException, InterruptedException {
        return ask(directory, "GET_JM_RESOURCE_PARAMS");
    }

    static MemoryFlags ofTaskManager(ClusterDirectory directory) throws IOException, InterruptedException {
        return ask(directory, "GET_TM_RESOURCE_PARAMS");
    }

    private static MemoryFlags ask(ClusterDirectory directory, String question)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        FlinkProcess.java(),
                        "-cp",
                        directory.lib() + "/*",
                        "org.apache.flink.runtime.util.bash.BashJavaUtils",
                        question,
                        "--configDir",
                        directory.conf().toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var results = said.lines()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> words(line.substring(RESULT.length())))
                .collect(Collectors.toList());
        if (process.waitFor() != 0 || results.size() != 2) {
            throw new IOException("Flink does not accept " + directory.conf() + ":\n" + said);
        }
        return new MemoryFlags(results.get(0), results.get(1));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }
}
