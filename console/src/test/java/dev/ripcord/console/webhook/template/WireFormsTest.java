package dev.ripcord.console.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.json.Json;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the incident, the body has the receiver's documented form, and keeps its limits. */
class WireFormsTest {
    private static final Map<String, Template> TEMPLATES = Map.of(
            "notification", new JsonTemplate(),
            "slack", new SlackTemplate(),
            "pagerduty", new PagerDutyTemplate(new Secret("0123456789abcdef0123456789abcdef")),
            "alertmanager", new AlertmanagerTemplate());

    @ParameterizedTest
    @ValueSource(strings = {"notification", "slack", "pagerduty", "alertmanager"})
    void everyIncidentHasTheDocumentedForm(String form) throws Exception {
        JsonSchema schema = schema(form);
        for (Incident incident : Incidents.all()) {
            JsonNode body = Json.tree(Json.text(TEMPLATES.get(form).body(incident)));
            assertThat(schema.validate(body)).as("%s", body).isEmpty();
        }
    }

    private static JsonSchema schema(String form) throws Exception {
        try (var in =
                WireFormsTest.class.getResourceAsStream("/dev/ripcord/console/webhook/" + form + ".schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Json.MAPPER.readTree(in));
        }
    }
}
