package io.lendcrm.scoring.risk.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.risk.binning.CreditData.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tree of R's scorecard and edges set by hand give R's bins: counts exactly, weights of evidence and information values to 1e-9. */
class ScorecardAlgorithmsTest {

    @Test
    void theTreeGivesEveryVariableOfTheGermanDataTheBinsOfR() {
        BinningModel model = BinningFitter.of(TreeBinning.defaults()).fit(CreditData.german());
        Map<String, List<Expected>> expected = CreditData.german("tree");

        assertThat(expected).hasSize(15);
        expected.forEach((variable, bins) -> same(model.variable(CreditData.name(variable)), bins));
    }

    @Test
    void chiMergeAsInRGivesEveryVariableOfTheGermanDataTheBinsOfR() {
        BinningModel model = BinningFitter.of(ChiMergeBinning.asInR()).fit(CreditData.german());
        Map<String, List<Expected>> expected = CreditData.german("chimerge");

        assertThat(expected).hasSize(14);
        expected.forEach((variable, bins) -> same(model.variable(CreditData.name(variable)), bins));
    }

    @Test
    void chiMergeEndsWithNeighboursThatDifferAndBinsThatAreLargeAndFew() {
        LabelledTable data = CreditData.german();
        BinningModel model = BinningFitter.of(ChiMergeBinning.defaults()).fit(data);

        for (Binning binning : model.variables()) {
            double[] good = binning.good();
            double[] bad = binning.bad();
            assertThat(binning.bins().ordinary()).isLessThanOrEqualTo(8);
            for (int bin = 0; bin < binning.bins().ordinary(); bin++) {
                assertThat(good[bin] + bad[bin]).as(binning.toString()).isGreaterThanOrEqualTo(50);
                if (bin > 0) {
                    assertThat(chiSquare(good[bin - 1], bad[bin - 1], good[bin], bad[bin]))
                            .as(binning.toString())
                            .isGreaterThanOrEqualTo(2.705543454095404); // 0.9 quantile of one degree of freedom
                }
            }
        }
        assertThat(model.variable("duration_in_month").bins().cuts()).containsExactly(8, 16, 34, 44);
        assertThat(model.variable("age_in_years").bins().cuts()).containsExactly(26, 35, 37);
    }

    /** From expected counts, the way of textbooks. */
    private static double chiSquare(double... counts) {
        double total = counts[0] + counts[1] + counts[2] + counts[3];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double row = counts[i / 2 * 2] + counts[i / 2 * 2 + 1];
            double column = counts[i % 2] + counts[i % 2 + 2];
            double expected = row * column / total;
            sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return sum;
    }

    @Test
    void edgesSetByHandCountAsInR() {
        LabelledTable data = CreditData.german();
        CreditData.german("manual").forEach((variable, bins) -> {
            double[] edges = bins.stream().skip(1).mapToDouble(Expected::from).toArray();
            BinningModel model = BinningFitter.of(FixedBinning.at(edges))
                    .fit(LabelledTable.of(data.features().select(List.of(CreditData.name(variable))), data.bad()));
            same(model.variables().get(0), bins);
        });
    }

    @Test
    void fewMissingValuesJoinTheLowestBinAndManyStandApartAsInR() {
        BinningModel model = BinningFitter.of(
                        VariableOptions.of(TreeBinning.defaults()).withMissing(MissingBin.LOWEST, 0.05))
                .fit(CreditData.polish(1, 4, 27, 34, 37));
        Map<String, List<Expected>> expected = new java.util.LinkedHashMap<>();
        for (String[] cells : CreditData.resource("polish5-bins.tsv")) {
            expected.computeIfAbsent(cells[0].toLowerCase(java.util.Locale.ROOT), v -> new ArrayList<>())
                    .add(Expected.of(cells, 1));
        }
        assertThat(expected).hasSize(5);
        expected.forEach((variable, bins) -> {
            List<Expected> missingLast = new ArrayList<>(bins);
            if (bins.get(0).label().equals("missing")) {
                missingLast.add(missingLast.remove(0));
            }
            same(model.variable(variable), missingLast);
        });
    }

    private static void same(Binning binning, List<Expected> bins) {
        List<BinRow> rows =
                binning.table().stream().filter(row -> row.count() > 0).toList();
        assertThat(rows).as(binning.toString()).hasSameSizeAs(bins);
        for (int i = 0; i < rows.size(); i++) {
            BinRow row = rows.get(i);
            Expected bin = bins.get(i);
            assertThat(row.good()).as(binning.name() + " goods of " + bin).isEqualTo(bin.good());
            assertThat(row.bad()).as(binning.name() + " bads of " + bin).isEqualTo(bin.bad());
            assertThat(row.woe()).isCloseTo(bin.woe(), within(1e-9 * Math.max(1, Math.abs(bin.woe()))));
            assertThat(row.iv()).isCloseTo(bin.iv(), within(1e-9));
        }
        if (binning.bins().feature().type().hasLevels()) {
            for (int i = 0; i < bins.size(); i++) {
                assertThat(binning.bins().levels(i))
                        .containsExactlyInAnyOrderElementsOf(bins.get(i).levels());
            }
        } else {
            assertThat(binning.bins().cuts())
                    .as(binning.name())
                    .containsExactly(bins.stream()
                            .filter(bin -> !bin.label().equals("missing"))
                            .skip(1)
                            .mapToDouble(Expected::from)
                            .toArray());
        }
    }
}
