package io.lendcrm.segmentation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessStageTest {

    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            Feature.numeric("firm_age_years", "years"),
            Feature.numeric("revenue_growth", "per year"),
            Feature.numeric("net_margin", "ratio"));

    private static BusinessStanding judge(double age, double growth, double margin) {
        return BusinessStageRules.defaults().judge(FeatureRow.of(ClientId.of("f"), SCHEMA, age, growth, margin));
    }

    /** Each rule on either side of its limit. */
    @ParameterizedTest
    @CsvSource({
        "2.99, 0.5, 0.1, START_UP, business.young",
        "2.99, NaN, NaN, START_UP, business.young",
        "3, 0.5, 0.1, GROWTH, business.growing",
        "3, 0.2, -0.3, GROWTH, business.growing",
        "3, 0.199, 0.1, MATURE, business.steady",
        "3, 0.199, 0, MATURE, business.steady",
        "3, 0.199, -0.01, UNDETERMINED, business.signs-disagree",
        "3, 0, -0.01, UNDETERMINED, business.signs-disagree",
        "3, -0.001, -0.01, DECLINE, business.shrinking-at-loss",
        "3, -0.099, 0.01, MATURE, business.steady",
        "3, -0.1, 0.5, DECLINE, business.shrinking",
        "3, 0.1, NaN, UNDETERMINED, business.profit-unknown",
        "3, NaN, 0.1, UNDETERMINED, business.growth-unknown"
    })
    void theFirstRuleThatHoldsTellsTheStage(
            double age, double growth, double margin, BusinessStage stage, String rule) {
        BusinessStanding standing = judge(age, growth, margin);

        assertThat(standing.stage()).isEqualTo(stage);
        assertThat(standing.reasons())
                .singleElement()
                .extracting(reason -> reason.code().value())
                .isEqualTo(rule);
    }

    @Test
    void saysWhatItDoesNotKnowInBothLanguages() {
        BusinessStanding standing = judge(Double.NaN, 0.345678, 0.1);

        assertThat(standing.stage()).isEqualTo(BusinessStage.GROWTH);
        assertThat(texts(standing, Locale.ENGLISH))
                .containsExactly("revenue grew by 34.6 % in a year", "when it was founded is not known");
        assertThat(texts(standing, Locale.SIMPLIFIED_CHINESE)).containsExactly("一年内营业收入增长 34.6 %", "成立时间未知");
        for (BusinessStanding any : List.of(
                judge(1, 0, 0),
                judge(9, -0.5, 0),
                judge(9, -0.05, -1),
                judge(9, 0, 0),
                judge(9, 0, -1),
                judge(9, 0, Double.NaN),
                judge(9, Double.NaN, 0))) {
            assertThat(texts(any, Locale.ENGLISH)).noneMatch(text -> text.contains("{") || text.contains("business."));
            assertThat(texts(any, Locale.SIMPLIFIED_CHINESE))
                    .noneMatch(text -> text.contains("{") || text.contains("business."));
        }
    }

    private static List<String> texts(BusinessStanding standing, Locale language) {
        return standing.reasons().stream()
                .map(reason -> ReasonCatalogue.standard().text(reason, language))
                .toList();
    }

    @Test
    void aProjectIsAsItsPhase() {
        Map<ProjectCompany.Phase, BusinessStage> stages = new EnumMap<>(ProjectCompany.Phase.class);
        for (ProjectCompany.Phase phase : ProjectCompany.Phase.values()) {
            stages.put(phase, BusinessStageRules.defaults().judge(phase).stage());
        }

        assertThat(stages.values())
                .containsExactly(
                        BusinessStage.START_UP, BusinessStage.START_UP, BusinessStage.MATURE, BusinessStage.DECLINE);
        assertThat(BusinessStageRules.defaults()
                        .judge(ProjectCompany.Phase.CLOSING)
                        .reasons())
                .containsExactly(Reason.of("business.phase", 0, Map.of("phase", "closing")));
    }

    @Test
    void refusesRulesThatMeanNothing() {
        assertThatThrownBy(() -> new BusinessStageRules(-1, 0.2, 0.1))
                .hasMessage("startUpYears must be at least 0, found -1.0");
        assertThatThrownBy(() -> new BusinessStageRules(3, 0, 0.1)).hasMessage("growthFrom must be above 0, found 0.0");
        assertThatThrownBy(() -> new BusinessStageRules(3, 0.2, 1.5))
                .hasMessage("declineBy must be within (0, 1], found 1.5");
    }

    /**
     * 400 borrowers, half of them in default (kz-corporate): of those in decline 65 % are, of those that grow 36 %. The file tells revenue as a multiple of the year before, and no age.
     */
    @Test
    void decliningBorrowersDefaultFarMoreOftenThanGrowingOnes() throws IOException {
        Map<BusinessStage, int[]> defaults = new EnumMap<>(BusinessStage.class);
        List<String> lines = Files.readAllLines(RealData.file("kz-corporate/finratKZ.csv"));
        List<String> header = Arrays.asList(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double multiple = Double.parseDouble(cells[header.indexOf("Rev_gr")]);
            double growth = multiple < 0 ? Double.NaN : multiple - 1;
            double margin = Double.parseDouble(cells[header.indexOf("NPM")]);
            int[] count =
                    defaults.computeIfAbsent(judge(Double.NaN, growth, margin).stage(), any -> new int[2]);
            count[Integer.parseInt(cells[0])]++;
        }

        assertThat(defaults.get(BusinessStage.DECLINE)).containsExactly(39, 72);
        assertThat(defaults.get(BusinessStage.MATURE)).containsExactly(54, 58);
        assertThat(defaults.get(BusinessStage.GROWTH)).containsExactly(102, 57);
        assertThat(defaults.get(BusinessStage.UNDETERMINED)).containsExactly(5, 13);
    }
}
