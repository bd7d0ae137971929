package io.lendcrm.core.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;

/** The one way to a client's features: through the reader, which asks the use gate. */
public final class GatePath {

    private static final String FEATURE = "io.lendcrm.core.feature.";
    private static final Set<String> ALLOWED = Set.of(FEATURE + "FeatureReader", FEATURE + "CompositeExtractor");

    private GatePath() {}

    /** Calls of an extractor, or of running features, by anyone else. */
    public static DescribedPredicate<JavaMethodCall> isLeft() {
        return DescribedPredicate.describe(
                "extract features without asking the gate",
                call -> call.getName().equals("extract")
                        && (call.getTargetOwner().isAssignableTo(FEATURE + "FeatureExtractor")
                                || call.getTargetOwner().isAssignableTo(FEATURE + "RunningFeatures"))
                        && !ALLOWED.contains(call.getOriginOwner().getName()));
    }
}
