package io.lendcrm.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every library module keeps to. A module's {@code ArchitectureTest} extends this class and names the module's root
 * package and those it may know; the tests run in the module's folder, after its classes were compiled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {
    private final String root;
    private final Set<String> knows;
    private final JavaClasses classes;
    private final SourceTree sources = new SourceTree(Path.of("src", "main", "java"));

    /**
     * @param root the module's root package
     * @param knows the root packages of the other modules it may depend on
     */
    protected HouseRules(String root, String... knows) {
        this.root = root;
        this.knows = Set.of(knows);
        this.classes =
                new ClassFileImporter().importPath(BuildFolder.of(getClass()).resolve("classes"));
    }

    /** Guards the other rules: a rule about classes that weren't read can't fail. */
    @Test
    void everySourceFileWasSeenAsAClass() {
        Set<String> seen = classes.stream().map(JavaClass::getName).collect(Collectors.toSet());
        assertThat(sources.typeNames()).isSubsetOf(seen).allMatch(name -> name.startsWith(root + "."));
    }

    @Test
    void packagesFormNoCycles() {
        check(slices().assignedFrom(packages()).should().beFreeOfCycles());
    }

    @Test
    void knowsOnlyTheModulesBelow() {
        DescribedPredicate<JavaClass> others = resideInAPackage("io.lendcrm..").and(not(resideInAPackage(root + "..")));
        for (String known : knows) {
            others = others.and(not(resideInAPackage(known + "..")));
        }
        check(noClasses().should().dependOnClassesThat(others.as("belong to other modules")));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .filter(owner -> !owner.isAnnotatedWith(NullMarked.class))
                .map(owner -> owner.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void jacksonIsSeenByCoreJsonAlone() {
        check(onlyIn("io.lendcrm.core.json", "com.fasterxml.."));
    }

    @Test
    void theCsvParserIsSeenByIngestAlone() {
        check(onlyIn("io.lendcrm.core.ingest", "de.siegmar.."));
    }

    @Test
    void signaturesShowNoLibraryButTheJdkAndJspecify() {
        check(classes()
                .that()
                .arePublic()
                .should(Signatures.showNoneOf("org.apache.commons..", "com.fasterxml..", "de.siegmar..")));
    }

    @Test
    void scorersAndModelsDoNotLog() {
        check(noClasses()
                .that(are(assignableTo("io.lendcrm.core.model.FittedModel"))
                        .or(assignableTo("io.lendcrm.scoring.Scorer"))
                        .or(assignableTo("io.lendcrm.scoring.CompiledScorer"))
                        .or(assignableTo("io.lendcrm.scoring.BatchScorer")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.slf4j..")));
    }

    @Test
    void featuresAreReadThroughTheGate() {
        check(noClasses().should().callMethodWhere(GatePath.isLeft()));
    }

    @Test
    void nothingAmbientIsRead() {
        check(noClasses().should(AmbientAccess.occur()));
    }

    @Test
    void noDrawersAndNoLayers() {
        check(noClasses().should().haveNameMatching(".*\\.[^.]*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?"));
        check(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..service..", "..dto.."));
    }

    @Test
    void modelsHaveFinalFieldsOnly() {
        check(fields().that()
                .areDeclaredInClassesThat(are(assignableTo("io.lendcrm.core.model.FittedModel")))
                .should()
                .beFinal());
    }

    @Test
    void publicClassesAreClosed() {
        check(classes()
                .that()
                .arePublic()
                .and(are(not(assignableTo(Throwable.class))))
                .should(be(CLOSED)));
    }

    @Test
    void exceptionsAreUnchecked() {
        check(classes().that().areAssignableTo(Exception.class).should().beAssignableTo(RuntimeException.class));
    }

    @Test
    void publicElementsAreDocumented() {
        assertThat(sources.undocumented())
                .as("public or protected, without a complete comment")
                .isEmpty();
    }

    @Test
    void filesAreShort() {
        assertThat(sources.filesLongerThan(400)).as("one idea a file").isEmpty();
        assertThat(new SourceTree(Path.of("src", "test", "java")).filesLongerThan(400))
                .isEmpty();
    }

    private static final DescribedPredicate<JavaClass> CLOSED =
            DescribedPredicate.describe("final, record, sealed, enum or interface", HouseRules::isClosed);

    private static boolean isClosed(JavaClass type) {
        return type.isInterface()
                || type.isEnum()
                || type.isRecord()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
    }

    private static ArchRule onlyIn(String owner, String library) {
        return noClasses()
                .that(are(not(resideInAPackage(owner))))
                .should()
                .dependOnClassesThat(resideInAPackage(library));
    }

    private SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(root)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + root;
            }
        };
    }

    /** A young module may have no class a rule speaks of; {@link #everySourceFileWasSeenAsAClass} is the guard. */
    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }
}
