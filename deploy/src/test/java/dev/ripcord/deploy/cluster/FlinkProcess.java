package dev.ripcord.deploy.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of a cluster, which does not outlive this one. */
final class FlinkProcess {
    private static final long STOP_WITHIN_SECONDS = 10;
    /** What Flink's own configuration opens, as far as its serialisation needs it. */
    private static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.text=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

    private final Process process;
    private final Thread killAtExit;

    private FlinkProcess(Process process) {
        this.process = process;
        this.killAtExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killAtExit);
    }

    static FlinkProcess jobManager(ClusterDirectory directory) throws IOException, InterruptedException {
        return start(
                directory,
                "jobmanager",
                MemoryFlags.ofJobManager(directory),
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--executionMode",
                "cluster");
    }

    static FlinkProcess taskManager(ClusterDirectory directory, int number) throws IOException, InterruptedException {
        return start(
                directory,
                "taskmanager-" + number,
                MemoryFlags.ofTaskManager(directory),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner");
    }

    private static FlinkProcess start(
            ClusterDirectory directory, String name, MemoryFlags memory, String mainClass, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(memory.ofJvm());
        command.addAll(OPENED);
        command.add("-Dlog.file=" + directory.logs().resolve(name + ".log"));
        command.add("-Dlog4j.configurationFile=" + directory.conf().resolve("log4j.properties"));
        command.addAll(List.of("-cp", directory.lib() + "/*", mainClass));
        command.addAll(List.of("--configDir", directory.conf().toString()));
        command.addAll(List.of(arguments));
        command.addAll(memory.ofFlink());
        return new FlinkProcess(new ProcessBuilder(command)
                .directory(directory.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.logs().resolve(name + ".out").toFile())
                .start());
    }

    /** The Java that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Without a warning, as a lost machine goes. */
    void kill() {
        process.destroyForcibly();
        forget();
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        Runtime.getRuntime().removeShutdownHook(killAtExit);
    }
}
