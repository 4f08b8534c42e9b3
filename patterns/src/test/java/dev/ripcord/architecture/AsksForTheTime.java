package dev.ripcord.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Whether code asks this machine for the time, by a call or by a method reference. */
final class AsksForTheTime extends DescribedPredicate<JavaAccess<?>> {
    private static final Set<String> METHODS =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Calendar.getInstance");

    private static final Set<String> CONSTRUCTORS = Set.of("java.util.Date", "java.util.GregorianCalendar");

    AsksForTheTime() {
        super("ask this machine for the time");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return METHODS.contains(owner + "." + target.getName())
                || owner.startsWith("java.time.") && target.getName().equals("now")
                || owner.equals("java.time.Clock") && isOfTheMachine(target.getName())
                || CONSTRUCTORS.contains(owner) && isConstructorWithoutArguments(target);
    }

    private static boolean isOfTheMachine(String method) {
        return method.startsWith("system") || method.startsWith("tick");
    }

    private static boolean isConstructorWithoutArguments(AccessTarget target) {
        return target.getName().equals("<init>")
                && target instanceof CodeUnitAccessTarget constructor
                && constructor.getRawParameterTypes().isEmpty();
    }
}
