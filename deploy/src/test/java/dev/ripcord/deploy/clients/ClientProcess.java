package dev.ripcord.deploy.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An agent in a process of its own: a conformance runner, which is driven by lines. */
final class ClientProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> TOLD = Set.of("callback", "guard");

    private final Process process;
    private final BufferedWriter commands;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    private ClientProcess(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        read("answers", process.getInputStream(), this::take);
        read("log", process.getErrorStream(), log::add);
    }

    /** Returns once the client has started; it may not have reached the gateway by then. */
    static ClientProcess start(ClientLanguage language, ClientOptions options) throws Exception {
        List<String> command = new ArrayList<>(language.runner());
        command.add(options.json());
        ClientProcess client = new ClientProcess(new ProcessBuilder(command).start());
        assertThat(client.answer().path("event").asText()).as(client::log).isEqualTo("started");
        return client;
    }

    private static void read(String name, InputStream stream, Consumer<String> line) {
        Thread thread = new Thread(
                () -> new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().forEach(line),
                "client-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void take(String line) {
        try {
            JsonNode said = Json.tree(line);
            if (TOLD.contains(said.path("event").asText())) {
                told.add(said);
            } else {
                answers.add(said);
            }
        } catch (IOException noJson) {
            log.add("not JSON: " + line);
        }
    }

    /** Says a command and waits for its answer. */
    JsonNode ask(String command) throws Exception {
        commands.write(command + "\n");
        commands.flush();
        return answer();
    }

    private JsonNode answer() throws InterruptedException {
        JsonNode answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer).as("an answer; the log says: " + log()).isNotNull();
        return answer;
    }

    /** @return {@code checked}, {@code halted} or {@code unavailable}, with what belongs to it */
    JsonNode check() throws Exception {
        return ask("check");
    }

    /** Takes step after step until it is answered so. */
    JsonNode awaitCheck(String event) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(this::check, answer -> answer.path("event").asText().equals(event));
    }

    /** @return ids of the halts that the client called back for, in this order: {@code halt} or {@code release} */
    List<String> callbacks(String callback) {
        return told.stream()
                .filter(one -> one.path("callback").asText().equals(callback))
                .map(one -> one.path("halt_id").asText())
                .toList();
    }

    void awaitCallback(String callback, String haltId) {
        await().alias(callback + " of " + haltId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> callbacks(callback).contains(haltId));
    }

    /** @return whether somebody watches, each time that the client said so */
    List<Boolean> availability() {
        return told.stream()
                .filter(one -> one.path("event").asText().equals("guard"))
                .map(one -> one.path("available").asBoolean())
                .toList();
    }

    void awaitConnections(int atLeast) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode stats = ask("stats");
            return stats.path("connected").asBoolean() && stats.path("connections").asInt() >= atLeast;
        });
    }

    void awaitDisconnected() {
        await().atMost(PATIENCE).until(() -> !ask("stats").path("connected").asBoolean());
    }

    int statistic(String name) throws Exception {
        return ask("stats").path(name).asInt();
    }

    void awaitStatistic(String name, int value) {
        await().alias(name + " is " + value)
                .atMost(PATIENCE)
                .until(() -> ask("stats"), stats -> stats.path(name).asInt() == value);
    }

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() throws Exception {
        commands.close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
