package io.lendcrm.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.history.ClientHistory;
import org.junit.jupiter.api.Test;

/** The rule that {@link HouseRules} holds every module to does find those who break it. */
class GatePathTest {

    @Test
    void whoeverCallsAnExtractorIsFound() {
        assertThat(breaches(Trespasser.class)).isTrue();
    }

    @Test
    void theReaderIsAllowedTo() {
        assertThat(breaches(FeatureReader.class)).isFalse();
    }

    private static boolean breaches(Class<?> type) {
        return noClasses()
                .should()
                .callMethodWhere(GatePath.isLeft())
                .evaluate(new ClassFileImporter().importClasses(type, FeatureExtractor.class))
                .hasViolation();
    }

    @SuppressWarnings("unused")
    private record Trespasser(FeatureExtractor extractor) {
        void read(ClientHistory history) {
            extractor.extract(history, (index, value) -> {});
        }
    }
}
