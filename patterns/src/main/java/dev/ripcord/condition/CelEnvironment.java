package dev.ripcord.condition;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.Set;

/**
 * The CEL that Ripcord speaks: the standard one with comparison across int and double, with a few text functions, and
 * with bounds on everything. Immutable, so all texts share it.
 */
final class CelEnvironment {
    static final int MAX_LENGTH = 4_096;
    static final int MAX_DEPTH = 32;
    static final int MAX_ITERATIONS = 256;
    static final int MAX_REGEX = 1_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_DEPTH)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_REGEX)
            .enableHiddenAccumulatorVar(true)
            // One of the reserved words is loop, which facts are about.
            .enableReservedIds(false)
            .build();

    /** Those whose result is no longer than what they are given. */
    private static final CelStringExtensions TEXT =
            CelExtensions.strings(Function.LOWER_ASCII, Function.UPPER_ASCII, Function.TRIM, Function.SUBSTRING);

    /** Joined texts could double with every element of a list. Lists must be joined for {@code map}; see GrowthRule. */
    private static final Set<String> LEFT_OUT = Set.of("ADD_STRING", "ADD_BYTES");

    private static final CelStandardDeclarations DECLARATIONS = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> !LEFT_OUT.contains(overload.toString()))
            .build();

    private static final CelStandardFunctions FUNCTIONS = CelStandardFunctions.newBuilder()
            .filterFunctions((function, overload) -> !LEFT_OUT.contains(overload.toString()))
            .build();

    /**
     * Not the newer planner: in 0.14.0 it compares an error that {@code &&} left as if it were a value, and so says
     * true to {@code (absent && x) != false}.
     */
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(FUNCTIONS)
            .addLibraries(TEXT, ListFunctions.STANDARD)
            .addFunctionBindings(ListFunctions.TAKE_BINDING)
            .build();

    private CelEnvironment() {}

    static CelCompiler compiler(Names names) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(DECLARATIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(TEXT, ListFunctions.STANDARD)
                .addFunctionDeclarations(ListFunctions.TAKE_DECLARATION)
                .setTypeProvider(names);
        names.namespaces().forEach((name, namespace) -> builder.addVar(name, namespace.type()));
        return builder.build();
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree checked) {
        try {
            return RUNTIME.createProgram(checked);
        } catch (CelEvaluationException unplanned) {
            throw new IllegalStateException("CEL checked a clause that it cannot run", unplanned);
        }
    }
}
