package io.lendcrm.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.tier.LifecycleStage;
import io.lendcrm.examples.simulation.SimulatedLender;
import io.lendcrm.examples.simulation.SimulatedRates;
import io.lendcrm.examples.simulation.SimulationOptions;
import io.lendcrm.scoring.value.profit.ValuePart;
import io.lendcrm.scoring.value.rfm.SegmentMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The review speaks both languages in full. */
class WordsTest {

    private final Words words = new Words();

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(keys("zh")).isEqualTo(keys("en"));
    }

    @Test
    void everySegmentAndStageHasANameAndEverySegmentAHint() {
        SegmentMap.standard(5).segments().forEach(s -> {
            assertThat(words.name("rfm", s.value()).zh()).isNotEqualTo(s.value());
            assertThat(words.name("rfm.description", s.value()).zh()).isNotEqualTo(s.value());
        });
        for (LifecycleStage stage : LifecycleStage.values()) {
            assertThat(words.text("stage." + stage.name().toLowerCase(Locale.ROOT))
                            .zh())
                    .isNotBlank();
        }
    }

    @Test
    void everyFeatureThatAPortraitOrACardShowsHasAName() {
        SimulatedLender lender = SimulatedLender.of(SimulationOptions.defaults());
        StandardFeatures.of(SimulatedRates.HOME, lender.rates())
                .of(java.util.Set.of(io.lendcrm.core.feature.Dimension.BEHAVIOUR))
                .schema()
                .names()
                .forEach(name ->
                        assertThat(words.name("feature", name).zh()).as(name).isNotEqualTo(name));
    }

    @Test
    void everyIndicatorOfTheCardIsAStandardFeatureWithAName() {
        SimulatedLender lender = SimulatedLender.of(SimulationOptions.defaults());
        List<String> standard = StandardFeatures.of(SimulatedRates.HOME, lender.rates())
                .all()
                .schema()
                .names();
        assertThat(standard).containsAll(BookCard.indicators());
        BookCard.indicators()
                .forEach(name ->
                        assertThat(words.name("feature", name).zh()).as(name).isNotEqualTo(name));
    }

    @Test
    void everyPartOfALendingValueHasAName() {
        for (ValuePart part : ValuePart.values()) {
            String code = part.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(words.text("lending." + code).en()).isNotBlank();
            assertThat(words.text("lending." + code).zh()).isNotBlank();
        }
    }

    private static TreeSet<String> keys(String language) {
        return new TreeSet<>(ResourceBundle.getBundle("io.lendcrm.examples.review.words_" + language, Locale.ROOT)
                .keySet());
    }
}
