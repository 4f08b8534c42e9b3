package dev.ripcord.deploy.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The operator's own definition of a FlinkDeployment, made strict.
 *
 * <p>The newest one on Maven Central (operator 1.10) ends at Flink 1.20; the operators that run Flink 2.2 (1.13 and
 * newer) differ from it in this enum and in fields that the chart does not use. A cluster drops fields that it does
 * not know without a word; here they are errors. Fields that take a number or a text (int-or-string) say so with
 * anyOf, which the validator understands as it stands.
 */
final class FlinkDeploymentSchema {
    private static final String RESOURCE = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
    private final JsonSchema schema;

    FlinkDeploymentSchema() throws IOException {
        try (InputStream definition = FlinkDeploymentSchema.class.getResourceAsStream(RESOURCE)) {
            JsonNode version = new YAMLMapper().readTree(definition).at("/spec/versions/0");
            ObjectNode root = (ObjectNode) version.at("/schema/openAPIV3Schema");
            ((ArrayNode) root.at("/properties/spec/properties/flinkVersion/enum")).add("v2_2");
            ObjectNode properties = (ObjectNode) root.get("properties");
            // What Kubernetes itself defines for every resource.
            properties
                    .putObject("apiVersion")
                    .put("const", "flink.apache.org/" + version.path("name").asText());
            properties.putObject("kind").put("const", "FlinkDeployment");
            properties.putObject("metadata").put("type", "object");
            root.putArray("required")
                    .add("apiVersion")
                    .add("kind")
                    .add("metadata")
                    .add("spec");
            refuseUnknownFields(root);
            schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root);
        }
    }

    /** Everything that is wrong with a deployment; empty when the operator would take it. */
    List<String> errors(JsonNode deployment) {
        return schema.validate(deployment).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static void refuseUnknownFields(ObjectNode schema) {
        if (schema.get("properties") instanceof ObjectNode properties) {
            schema.put("additionalProperties", false);
            properties.forEach(FlinkDeploymentSchema::refuseUnknownFieldsBelow);
        }
        refuseUnknownFieldsBelow(schema.path("items"));
        refuseUnknownFieldsBelow(schema.path("additionalProperties"));
    }

    private static void refuseUnknownFieldsBelow(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            refuseUnknownFields(object);
        }
    }
}
