package dev.ripcord.source;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What a plain word of YAML means: the core schema of YAML 1.2. SnakeYAML's own is that of 1.1, where {@code no} is
 * false, {@code 010} is 8 and {@code 1:30} is 90. Hexadecimal and octal numbers and infinities are left as text.
 */
final class CoreSchema extends Resolver {
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.NULL, NOTHING, null);
        addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
        addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
        addImplicitResolver(Tag.FLOAT, FRACTION, "-+0123456789.");
    }
}
