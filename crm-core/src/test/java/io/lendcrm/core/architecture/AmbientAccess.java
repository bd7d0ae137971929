package io.lendcrm.core.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * Access to what differs from run to run or machine to machine, or leaves the library by the side: the wall clock, the
 * default time zone, unseeded randomness, standard output, the JDK's logging and serialization. Clocks, seeds and
 * streams are handed in instead.
 */
final class AmbientAccess {
    /** The one place where the default for a run's clock is chosen. */
    private static final Set<String> MAY_CHOOSE_A_CLOCK = Set.of("io.lendcrm.core.model.Run");

    private static final Set<String> WITH_NO_ARGUMENT = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.time.ZoneId.systemDefault",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.util.Date.<init>",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    private AmbientAccess() {}

    static ArchCondition<JavaClass> occur() {
        return new ArchCondition<>("read the wall clock, unseeded randomness or other ambient state") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (isAmbient(access)) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        if (owner.startsWith("java.util.logging.")
                || owner.equals("java.io.ObjectInputStream")
                || owner.equals("java.io.ObjectOutputStream")) {
            return true;
        }
        if (access instanceof JavaFieldAccess) {
            return owner.equals("java.lang.System")
                    && Set.of("out", "err", "in").contains(target.getName());
        }
        if (owner.equals("java.time.Clock") && target.getName().startsWith("system")) {
            return !MAY_CHOOSE_A_CLOCK.contains(access.getOriginOwner().getName());
        }
        List<String> arguments = arguments(target);
        if (owner.startsWith("java.time.") && target.getName().equals("now")) {
            return !arguments.equals(List.of("java.time.Clock"));
        }
        return arguments.isEmpty() && WITH_NO_ARGUMENT.contains(owner + "." + target.getName());
    }

    private static List<String> arguments(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                ? code.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }
}
