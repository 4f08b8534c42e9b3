package dev.ripcord.condition;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;

/** A clause read what is not there: CEL's way to carry absence through an expression. */
final class AbsentException extends CelRuntimeException {
    AbsentException(String name) {
        super(new IllegalStateException(name + " is absent"), CelErrorCode.ATTRIBUTE_NOT_FOUND);
    }

    /** Absence is common and nobody reads its trace. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
