package dev.ripcord.deploy.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A session as one HTML file that opens from anywhere: no script, nothing fetched, and a policy in its head that forbids
 * both. It is written entry by entry beside its place, and moved there once it is whole.
 */
public final class HtmlPage implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final Writer out;
    private final EntryLines lines = new EntryLines(false);
    private boolean whole;

    private HtmlPage(Path file, Path unfinished, Writer out) {
        this.file = file;
        this.unfinished = unfinished;
        this.out = out;
    }

    /** @param file is replaced where it exists, once the page is whole */
    public static HtmlPage create(Path file, SessionKey session) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".unfinished");
        BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8);
        var page = new HtmlPage(file, beside, out);
        out.write(head().replace("SESSION", HtmlText.of(session.tenant() + "/" + session.session())));
        return page;
    }

    private static String head() throws IOException {
        try (InputStream head = HtmlPage.class.getResourceAsStream("page-head.html")) {
            return new String(head.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public void add(Entry entry) throws IOException {
        var shown = lines.of(entry);
        out.write("<details id=\"step-" + entry.step() + "\" class=\"" + kind(entry) + "\"><summary>");
        out.write(HtmlText.of(String.join("\n", shown)));
        out.write("</summary>\n<pre>");
        out.write(HtmlText.of(pretty(entry.event())));
        out.write("</pre>\n");
        if (!entry.facts().isEmpty()) {
            out.write("<pre class=\"facts\">" + HtmlText.of(facts(entry)) + "</pre>\n");
        }
        out.write("</details>\n");
    }

    private static String kind(Entry entry) {
        if (!entry.signals().isEmpty()) {
            return "signal";
        }
        return Boolean.TRUE.equals(entry.facts().get("error.is")) ? "error" : entry.loop() == null ? "step" : "loop";
    }

    private static String facts(Entry entry) {
        var text = new StringBuilder();
        entry.facts()
                .forEach((name, value) ->
                        text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static String pretty(Object value) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException wasRead) {
            throw new UncheckedIOException(wasRead);
        }
    }

    /** Puts the page in its place. */
    public void end(SessionReport report) throws IOException {
        out.write("</section>\n<section>\n<h2>What it came to</h2>\n<pre>");
        write(lines.control(report.control()));
        write(ReportLines.of(report));
        write(report.remarks().stream().map(remark -> "remark     " + remark).toList());
        out.write("</pre>\n</section>\n</main>\n</body>\n</html>\n");
        out.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        whole = true;
    }

    private void write(List<String> all) throws IOException {
        for (String line : all) {
            out.write(HtmlText.of(line) + "\n");
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!whole) {
            Files.deleteIfExists(unfinished);
        }
    }
}
