package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenErrorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"no such file\"}",
                "{\"error\": {\"code\": 7, \"message\": \"no such file\"}}",
                "{\"errors\": [{\"message\": \"no such file\"}], \"data\": null}",
                "{\"exception\": \"IOException\"}",
                "{\"error\": true, \"message\": \"no\"}",
                "{\"success\": false}",
                "{\"ok\": false, \"reason\": \"no\"}",
                "{\"status\": \"failed\"}",
                "{\"is_error\": true, \"content\": []}",
                "{\"isError\": true}",
                "{\"status_code\": 404}",
                "{\"code\": 500, \"body\": \"\"}"
            })
    void anObjectSaysItPlainly(String json) throws IOException {
        assertThat(HiddenError.in(Json.tree(json))).isNotNull();
        assertThat(HiddenError.in(TextNode.valueOf(json))).as("as text").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"error\": null}",
                "{\"error\": false}",
                "{\"error\": \"\"}",
                "{\"errors\": []}",
                "{\"errors\": 3, \"passed\": 40}",
                "{\"success\": true}",
                "{\"success\": \"false alarm\"}",
                "{\"status\": \"pending\"}",
                "{\"code\": 0}",
                "{\"code\": 1001}",
                "{\"status_code\": 200}",
                "{\"log\": {\"error\": \"nested\"}}",
                "[{\"error\": \"in a list\"}]",
                "{\"is_error\": false}"
            })
    void otherObjectsDoNot(String json) throws IOException {
        assertThat(HiddenError.in(Json.tree(json))).isNull();
        assertThat(HiddenError.in(TextNode.valueOf(json))).as("as text").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: user not found",
                "ERROR: service unavailable",
                "  error: no",
                "fatal: not a git repository",
                "Exception: x",
                "ValueError: invalid literal",
                "requests.exceptions.HTTPError: 404",
                "java.lang.IllegalStateException: x",
                "Exception in thread \"main\" x",
                "Traceback (most recent call last):\n  File \"x.py\"\nKeyError: 'a'"
            })
    void aTextBeginsWithIt(String text) {
        assertThat(HiddenError.in(TextNode.valueOf(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 tests passed, 1 failed\nError: expected 3",
                "No error: all good",
                "Errors: 0",
                "Errors are rare here",
                "Error handling in Java",
                "terror: a film",
                "python run.py\nTraceback (most recent call last)",
                "{\"text\": \"Error: inside\"}",
                "{'error': 'not JSON'}",
                "{\"error\": \"cut o",
                "{\"error\": 1e99999999999}"
            })
    void otherTextsDoNot(String text) {
        assertThat(HiddenError.in(TextNode.valueOf(text))).isNull();
    }

    @Test
    void longJsonTextsAreNotReadAgain() {
        JsonNode result = TextNode.valueOf("{\"error\": \"x\", \"page\": \"" + "y".repeat(JsonText.MAX_LENGTH) + "\"}");

        assertThat(HiddenError.in(result)).isNull();
    }
}
