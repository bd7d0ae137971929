package io.lendcrm.core.feature;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No feature is read behind the gate's back. */
class GatePathTest {

    private static final Set<String> ALLOWED =
            Set.of(FeatureReader.class.getName(), CompositeExtractor.class.getName());

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lendcrm");

    @Test
    void onlyTheReaderAndTheCompositeCallAnExtractor() {
        Set<String> callers = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                if (call.getName().equals("extract")
                        && (assignableTo(FeatureExtractor.class).test(call.getTargetOwner())
                                || assignableTo(RunningFeatures.class).test(call.getTargetOwner()))) {
                    callers.add(type.getName().replaceAll("\\$.*", ""));
                }
            }
        }

        assertThat(callers).isEqualTo(ALLOWED);
    }
}
