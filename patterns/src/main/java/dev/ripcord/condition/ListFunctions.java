package dev.ripcord.condition;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelListsExtensions.Function;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** What clauses can do with lists besides CEL's macros; each result is no longer than the list that it is given. */
final class ListFunctions {
    /** From CEL's own extension: {@code slice(from, to)} and {@code distinct()}. */
    static final CelListsExtensions STANDARD = CelExtensions.lists(Function.SLICE, Function.DISTINCT);

    private static final String TAKE = "take";
    private static final String TAKE_OF_LIST = "list_take_int";
    private static final ListType ANY_LIST = ListType.create(TypeParamType.create("T"));

    /** {@code list.take(n)}: its first n elements, or all where there are not so many. */
    static final CelFunctionDecl TAKE_DECLARATION = CelFunctionDecl.newFunctionDeclaration(
            TAKE, CelOverloadDecl.newMemberOverload(TAKE_OF_LIST, ANY_LIST, ANY_LIST, SimpleType.INT));

    static final CelFunctionBinding TAKE_BINDING =
            CelFunctionBinding.from(TAKE_OF_LIST, List.class, Long.class, ListFunctions::take);

    private ListFunctions() {}

    private static Object take(List<?> list, Long number) {
        return list.subList(0, (int) Math.max(0, Math.min(number, list.size())));
    }
}
