package io.lendcrm.core.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.privacy.Classified;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A portrait's parts say how personal they are and don't print what is personal. */
class PortraitPrivacyTest {

    @Test
    void everyPartIsTagged() {
        List<Class<?>> records = List.of(
                ClientPortrait.class,
                Fact.class,
                Measure.class,
                Preference.class,
                Preference.Share.class,
                PortraitFlag.class,
                TimelineEntry.class);
        for (Class<?> type : records) {
            for (RecordComponent part : type.getRecordComponents()) {
                assertThat(part.getAnnotation(Classified.class))
                        .as(type.getSimpleName() + "." + part.getName())
                        .isNotNull();
            }
        }
    }

    @Test
    void noPartPrintsWhatIsPersonal() {
        LocalDate day = LocalDate.of(2024, 3, 1);
        Preference preference =
                new Preference(Preference.Topic.PRODUCT, 5, List.of(new Preference.Share("canary-product", 1)));
        assertThat(preference + " " + preference.shares()).doesNotContain("canary");
        assertThat(new PortraitFlag(PortraitFlag.Kind.AML_HIT, day).toString()).doesNotContain("AML", "2024");
        assertThat(Measure.of("segment", "canary-segment", "k-means", day).toString())
                .doesNotContain("canary");
        assertThat(Measure.of("value", 123456.5, "EUR", "clv", day).toString()).doesNotContain("123456");
    }
}
