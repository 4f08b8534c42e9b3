package dev.ripcord.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;

/** The chart, the image and the build speak of the same Ripcord and the same Flink. */
final class VersionsTest {
    private static final Path DOCKERFILE = Chart.REPOSITORY.resolve("deploy/docker/Dockerfile");

    @Test
    void theChartIsOfTheProjectsVersion() throws Exception {
        assertThat(Chart.read("Chart.yaml").path("appVersion").asText()).isEqualTo(pom("/project/version"));
    }

    @Test
    void theImageRestsOnTheFlinkThatTheJobIsCompiledFor() throws Exception {
        String flink = pom("/project/properties/flink.version");
        assertThat(Files.readString(DOCKERFILE)).contains("\nFROM flink:" + flink + "-java17\n");
        assertThat(Chart.file("templates/guard-job.yaml"))
                .contains("flinkVersion: v" + flink.replaceFirst("\\.\\d+$", "").replace('.', '_') + "\n");
    }

    @Test
    void theExamplesNameFileSystemsOfTheSameFlink() throws Exception {
        String flink = pom("/project/properties/flink.version");
        assertThat(Chart.file("examples/minimal.yaml")).contains("flink-s3-fs-hadoop-" + flink + ".jar");
        assertThat(Chart.file("examples/s3-and-sasl.yaml")).contains("flink-s3-fs-hadoop-" + flink + ".jar");
    }

    @Test
    void theImageHasTheJarWhereTheChartLooksForIt() throws Exception {
        String jar = Chart.rendered(Chart.example("minimal"))
                .at("/spec/job/jarURI")
                .asText()
                .replace("local://", "");
        assertThat(Files.readString(DOCKERFILE)).contains(" jobs/target/ripcord-jobs-*-cluster.jar " + jar + "\n");
    }

    private static String pom(String path) throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Chart.REPOSITORY.resolve("pom.xml").toFile());
        return XPathFactory.newInstance().newXPath().evaluate(path, pom);
    }
}
