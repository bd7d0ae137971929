package io.lendcrm.core.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a user of a class sees of it: supertypes, and the types named by its public and protected members. */
final class Signatures {
    private Signatures() {}

    static ArchCondition<JavaClass> showNoneOf(String... packages) {
        DescribedPredicate<JavaClass> hidden = resideInAnyPackage(packages);
        return new ArchCondition<>("show no type of " + String.join(", ", packages) + " in their signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                shownBy(type)
                        .filter(hidden)
                        .forEach(shown -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " shows " + shown.getName())));
            }
        };
    }

    private static Stream<JavaClass> shownBy(JavaClass type) {
        Set<JavaType> types = new LinkedHashSet<>(type.getInterfaces());
        type.getSuperclass().ifPresent(types::add);
        type.getTypeParameters().forEach(types::add);
        for (JavaMember member : type.getMembers()) {
            if (member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED)) {
                addTypes(member, types);
            }
        }
        return types.stream()
                .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                .distinct();
    }

    private static void addTypes(JavaMember member, Set<JavaType> types) {
        if (member instanceof JavaCodeUnit code) {
            types.add(code.getReturnType());
            types.addAll(code.getParameterTypes());
            types.addAll(code.getTypeParameters());
            types.addAll(code.getExceptionTypes());
        } else {
            types.addAll(member.getAllInvolvedRawTypes());
        }
    }
}
