package dev.ripcord.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

/** How CEL's syntax tree names its operators. */
final class Operators {
    static final String AND = "_&&_";
    static final String OR = "_||_";
    static final String NOT = "!_";
    static final String ADD = "_+_";
    static final String EQUAL = "_==_";
    static final String NOT_EQUAL = "_!=_";
    static final String LESS = "_<_";
    static final String AT_MOST = "_<=_";
    static final String MORE = "_>_";
    static final String AT_LEAST = "_>=_";
    static final String IN = "@in";
    static final String MATCHES = "matches";
    static final String DURATION = "duration";

    private Operators() {}

    static boolean isCall(CelExpr expression, String function) {
        return expression.getKind() == Kind.CALL && expression.call().function().equals(function);
    }

    static CelExpr argument(CelExpr call, int index) {
        return call.call().args().get(index);
    }
}
