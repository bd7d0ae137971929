package io.lendcrm.scoring.risk.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.logistic.ColumnFilter;
import io.lendcrm.scoring.risk.logistic.VariableFilter;
import io.lendcrm.scoring.risk.logistic.VariableFilter.Cause;
import io.lendcrm.scoring.risk.logistic.VariableFilter.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariableFilterTest {

    /** scoring.json, german_credit.r_scorecard.var_filter_kept. */
    private static final List<String> KEPT_BY_R = List.of(
            "status_of_existing_checking_account",
            "duration_in_month",
            "credit_history",
            "purpose",
            "credit_amount",
            "savings_account_and_bonds",
            "present_employment_since",
            "installment_rate_in_percentage_of_disposable_income",
            "other_debtors_or_guarantors",
            "property",
            "age_in_years",
            "other_installment_plans",
            "housing");

    /** scoring.json, german_credit.r_scorecard.iv_raw. */
    private static final Map<String, Double> IV_IN_R = Map.of(
            "duration_in_month", 0.3345034895011,
            "age_in_years", 0.2596514229146,
            "credit_amount", 0.03895726528644,
            "purpose", 0.1691950656731,
            "other_debtors_or_guarantors", 0.03201932201949);

    @Test
    void keepsTheThirteenVariablesThatRKeeps() {
        LabelledTable data = CreditData.german();
        List<Verdict> verdicts = VariableFilter.asInR()
                .judge(data, BinningFitter.of(TreeBinning.defaults()).fit(data));

        assertThat(verdicts.stream().filter(Verdict::kept).map(Verdict::variable))
                .containsExactlyElementsOf(KEPT_BY_R);
        for (Verdict verdict : verdicts) {
            Double expected = IV_IN_R.get(verdict.variable());
            if (expected != null) {
                assertThat(verdict.information()).isCloseTo(expected, within(1e-12));
            }
        }
        assertThat(verdicts.stream().filter(v -> v.variable().equals("foreign_worker")))
                .singleElement()
                .satisfies(v -> assertThat(v.causes()).containsExactly(Cause.IDENTICAL));
        assertThat(verdicts.stream().filter(v -> v.variable().equals("telephone")))
                .singleElement()
                .satisfies(v -> assertThat(v.causes()).containsExactly(Cause.INFORMATION));
    }

    @Test
    void namesEveryCause() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 6000;
        double[] good = random.doubles(n).toArray();
        double[] copy =
                Arrays.stream(good).map(x -> x + 0.01 * random.nextDouble()).toArray();
        double[] absent =
                Arrays.stream(good).map(x -> x < 0.01 ? x : Double.NaN).toArray();
        double[] same = Arrays.stream(good).map(x -> x < 0.03 ? 1 : 0).toArray();
        double[] noise = random.doubles(n).toArray();
        double[] shifted = Arrays.stream(good).map(x -> x + random.nextDouble()).toArray();
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            bad[i] = random.nextDouble() < 0.1 + 0.5 * good[i];
        }
        List<Feature> features = IntStream.of(0, 1, 2, 3, 4, 5)
                .mapToObj(i -> Feature.numeric(
                        List.of("good", "copy", "absent", "same", "noise", "shifted")
                                .get(i),
                        ""))
                .toList();
        LabelledTable table = LabelledTable.of(
                FeatureTable.of(
                        FeatureSchema.of(features),
                        IntStream.range(0, n)
                                .mapToObj(i -> ClientId.of("C-" + i))
                                .toList(),
                        good,
                        copy,
                        absent,
                        same,
                        noise,
                        shifted),
                bad);
        BinningModel bins =
                BinningFitter.of(OptimalBinning.defaults().withMaxBins(3)).fit(table);

        assertThatThrownBy(() -> VariableFilter.defaults().judge(table, bins, Map.of("shiftd", 0.4, "good", 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found [shiftd]");
        List<Verdict> verdicts = VariableFilter.defaults().judge(table, bins, Map.of("shifted", 0.4));

        assertThat(verdicts)
                .extracting(Verdict::variable)
                .containsExactlyElementsOf(bins.schema().names());
        assertThat(causes(verdicts, "absent")).contains(Cause.MISSING);
        assertThat(causes(verdicts, "same")).contains(Cause.IDENTICAL);
        assertThat(causes(verdicts, "noise")).containsExactly(Cause.INFORMATION);
        assertThat(causes(verdicts, "shifted")).containsExactly(Cause.INSTABILITY);
        assertThat(verdicts.stream().limit(2).filter(Verdict::kept)).hasSize(1);
        assertThat(verdicts.stream().limit(2).filter(v -> !v.kept()))
                .singleElement()
                .satisfies(v -> assertThat(v.causes()).containsExactly(Cause.CORRELATION))
                .satisfies(v -> assertThat(List.of("good", "copy")).contains(v.other()));
        assertThat(VariableFilter.defaults().withColumns(new ColumnFilter(0.02, 0.5, 2)).judge(table, bins).stream()
                        .filter(Verdict::kept))
                .hasSize(3);
        assertThatThrownBy(() -> VariableFilter.defaults()
                        .judge(LabelledTable.of(table.features().select(List.of("good")), bad), bins))
                .hasMessage("table must have copy, found [good]");
    }

    private static java.util.Set<Cause> causes(List<Verdict> verdicts, String variable) {
        return verdicts.stream()
                .filter(v -> v.variable().equals(variable))
                .findFirst()
                .orElseThrow()
                .causes();
    }
}
