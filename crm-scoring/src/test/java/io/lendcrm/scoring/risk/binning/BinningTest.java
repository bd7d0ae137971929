package io.lendcrm.scoring.risk.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.FitException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bins, counts and weights by hand; what may go wrong. */
class BinningTest {

    static final Feature AGE = Feature.numeric("age", "years");
    static final Feature HOUSING = Feature.nominal("housing", List.of("own", "rent", "free", "boat"));

    private final Binning age =
            Binning.of(Bins.numeric(AGE, 26, 35), new double[] {10, 30, 60, 0}, new double[] {20, 15, 5, 0});

    @Test
    void aBinHoldsItsLowerEdgeAndNotItsUpperOne() {
        Bins bins = Bins.numeric(AGE, 26, 35).withSpecials(-999);

        assertThat(bins.labels()).containsExactly("(-inf, 26)", "[26, 35)", "[35, inf)", "= -999", "missing");
        assertThat(bins.bin(25.99)).isZero();
        assertThat(bins.bin(26)).isEqualTo(1);
        assertThat(bins.bin(Math.nextDown(35.0))).isEqualTo(1);
        assertThat(bins.bin(35)).isEqualTo(2);
        assertThat(bins.bin(-999)).isEqualTo(3);
        assertThat(bins.bin(Double.NaN)).isEqualTo(4);
        assertThat(bins.withMissingIn(0).labels())
                .containsExactly("(-inf, 26) | missing", "[26, 35)", "[35, inf)", "= -999");
        assertThat(Bins.numeric(AGE, -0.0).bin(0.0)).isEqualTo(1);
        assertThat(Bins.numeric(AGE, 0.0).bin(-0.0)).isEqualTo(1);
    }

    @Test
    void specialValuesMayShareABin() {
        Bins bins = Bins.numeric(AGE, 26).withSpecialGroups(List.of(List.of(-7.0), List.of(-8.0, -9.0)));

        assertThat(bins.labels()).containsExactly("(-inf, 26)", "[26, inf)", "= -9 | = -8", "= -7", "missing");
        assertThat(new double[] {bins.bin(-9), bins.bin(-8), bins.bin(-7), bins.bin(-6), bins.bin(Double.NaN)})
                .containsExactly(2, 2, 3, 0, 4);
        assertThat(bins.specialGroups()).containsExactly(List.of(-9.0, -8.0), List.of(-7.0));
        DocumentBuilder tree = Document.tree();
        BinsDocument.write(bins.withMissingIn(1), tree);
        assertThat(BinsDocument.read(DocumentReader.of(tree.build(), "bins"), AGE))
                .isEqualTo(bins.withMissingIn(1));
        assertThatThrownBy(() -> bins.withSpecialGroups(List.of(List.of(-9.0), List.of(-8.0, -9.0))))
                .hasMessageContaining("special values of age must be distinct finite numbers");
        assertThatThrownBy(() -> bins.withSpecialGroups(List.of(List.of())))
                .hasMessageContaining("at least one a group");
    }

    @Test
    void specialValuesOfAGroupAreCountedTogether() {
        double[] age = new double[400];
        boolean[] bad = new boolean[400];
        for (int i = 0; i < age.length; i++) {
            age[i] = i % 10 == 0 ? -9 : i % 10 == 1 ? -8 : 20 + i % 40;
            bad[i] = i % 10 < 2 ? i % 3 == 0 : i % 40 < 15;
        }
        LabelledTable table = LabelledTable.of(CreditData.table(List.of(AGE), List.of(age)), bad);
        Binning binning = BinningFitter.defaults()
                .with("age", VariableOptions.defaults().withSpecialGroups(List.of(List.of(-9.0, -8.0))))
                .fit(table)
                .variables()
                .get(0);

        BinRow special = binning.table().get(binning.bins().bin(-8));
        assertThat(special.label()).isEqualTo("= -9 | = -8");
        assertThat(special.count()).isEqualTo(80);
    }

    @Test
    void aLevelOfNoGroupIsUnseen() {
        Bins bins = Bins.levels(HOUSING, List.of(List.of("own"), List.of("free", "rent")));

        assertThat(bins.labels()).containsExactly("own", "rent | free", "missing", "unseen");
        assertThat(bins.bin(HOUSING.code("rent"))).isEqualTo(1);
        assertThat(bins.bin(HOUSING.code("boat"))).isEqualTo(3);
        assertThat(bins.bin(Feature.UNSEEN)).isEqualTo(3);
        assertThat(bins.withUnseenIn(1).bin(HOUSING.code("boat"))).isEqualTo(1);
        assertThat(bins.withUnseenIn(1).labels()).containsExactly("own", "rent | free | unseen", "missing");
    }

    @Test
    void weightsAndMeasuresAreThoseOfTheFormulas() {
        // shares of bads 1/2, 3/8, 1/8; of goods 1/10, 3/10, 6/10
        assertThat(age.woe(20)).isCloseTo(Math.log(5), within(1e-15));
        assertThat(age.woe(30)).isCloseTo(Math.log(1.25), within(1e-15));
        assertThat(age.woe(40)).isCloseTo(Math.log(1.25 / 6), within(1e-15));
        assertThat(age.woe(Double.NaN)).isZero();
        assertThat(age.informationValue())
                .isCloseTo(0.4 * Math.log(5) + 0.075 * Math.log(1.25) - 0.475 * Math.log(1.25 / 6), within(1e-14));
        assertThat(age.ks()).isCloseTo(0.475, within(1e-15));
        // a bad has a higher bad rate than a good: 1/2 · 9/10 + 3/8 · 6/10, plus half of the ties
        double auc = 0.45 + 0.225 + (0.05 + 0.1125 + 0.075) / 2;
        assertThat(age.gini()).isCloseTo(2 * auc - 1, within(1e-15));
        assertThat(age.table().get(0).badRate()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void aZeroCellCountsAsOneHalfAndNoWeightIsInfinite() {
        Binning pure = Binning.of(Bins.numeric(AGE, 30), new double[] {10, 30, 0}, new double[] {0, 20, 0});

        assertThat(pure.woe(20)).isCloseTo(Math.log(0.5 / 20 / (10 / 40.0)), within(1e-15));
        assertThat(pure.withZeroCell(0.99).woe(20)).isCloseTo(Math.log(0.99 / 20 / (10 / 40.0)), within(1e-15));
        assertThat(pure.woe(40)).isCloseTo(Math.log(1 / 0.75), within(1e-15));
        assertThat(pure.informationValue()).isFinite();
    }

    @Test
    void countsOnTheSameEdgesMerge() {
        Binning twice = age.merge(age);
        assertThat(twice.good()).containsExactly(20, 60, 120, 0);
        assertThat(twice.woe()).containsExactly(age.woe());
        Binning other = Binning.of(Bins.numeric(AGE, 27), new double[] {1, 1, 0}, new double[] {1, 1, 0});
        assertThatThrownBy(() -> age.merge(other)).hasMessageContaining("must have equal bins");
    }

    @Test
    void missingValuesGoWhereTheyAreSent() {
        double nan = Double.NaN;
        ValueCounts counts =
                ValueCounts.of(AGE, new double[] {1, 1, 1, 1, 2, 2, 2, 2, nan, nan, nan, nan}, new boolean[] {
                    true, true, true, false, true, false, false, false, true, false, false, false
                });
        BinningCounts all = new BinningCounts(12, List.of(counts));
        FixedBinning edge = FixedBinning.at(2);

        assertThat(bin(all, edge, MissingBin.APART)).isEqualTo(2);
        assertThat(bin(all, edge, MissingBin.LOWEST)).isZero();
        assertThat(bin(all, edge, MissingBin.HIGHEST)).isEqualTo(1);
        assertThat(bin(all, edge, MissingBin.WORST)).isZero();
        assertThat(bin(all, edge, MissingBin.NEAREST)).isEqualTo(1);
        VariableOptions many = VariableOptions.of(edge).withMissing(MissingBin.LOWEST, 0.3);
        assertThat(fit(all, many).bins().missingBin()).isEqualTo(2);
        assertThat(fit(all, VariableOptions.of(edge).withMissing(MissingBin.NEAREST))
                        .bad())
                .containsExactly(3, 2);
    }

    @Test
    void missingValuesNeverGoToABinWithoutRowsForItsBadRate() {
        double nan = Double.NaN;
        ValueCounts counts = ValueCounts.of(AGE, new double[] {1, 1, 1, 2, 2, 2, 2, nan, nan}, new boolean[] {
            true, true, false, true, false, false, false, false, false
        });
        BinningCounts all = new BinningCounts(9, List.of(counts));

        assertThat(bin(all, FixedBinning.at(0, 2, 5), MissingBin.NEAREST)).isEqualTo(2);
        assertThat(bin(all, FixedBinning.at(0, 2, 5), MissingBin.WORST)).isEqualTo(1);
    }

    private static int bin(BinningCounts counts, BinningMethod method, MissingBin missing) {
        return fit(counts, VariableOptions.of(method).withMissing(missing))
                .bins()
                .missingBin();
    }

    private static Binning fit(BinningCounts counts, VariableOptions options) {
        return BinningFitter.of(options)
                .fit(counts, io.lendcrm.core.model.Run.sequential())
                .variables()
                .get(0);
    }

    @Test
    void rareLevelsArePooledAndUnseenOnesMayJoinThem() {
        double[] codes = new double[200];
        boolean[] bad = new boolean[200];
        for (int i = 0; i < 200; i++) {
            codes[i] = i < 100 ? 0 : i < 197 ? 1 : 2 + i % 2;
            bad[i] = i < 100 ? i % 10 == 0 : i % 2 == 0;
        }
        OptimalBinning method =
                OptimalBinning.defaults().withMinimums(0, 0, 0, 0).withRareShare(0.05);
        BinningCounts counts = new BinningCounts(200, List.of(ValueCounts.of(HOUSING, codes, bad)));
        Binning binning = fit(counts, VariableOptions.of(method).withUnseen(UnseenLevel.RARE));

        assertThat(binning.table()).extracting(BinRow::label).contains("free | boat | unseen");
        assertThat(binning.woe(Feature.UNSEEN)).isEqualTo(binning.woe(HOUSING.code("boat")));
        assertThat(fit(counts, VariableOptions.of(method)).woe(Feature.UNSEEN)).isZero();
    }

    @Test
    void aVariableThatTellsNothingKeepsOneBinAndIsNamed() {
        FeatureTable table = CreditData.table(
                List.of(AGE, Feature.numeric("constant", ""), Feature.numeric("absent", "")),
                List.of(new double[] {1, 2, 3, 4, 5, 6}, new double[] {7, 7, 7, 7, 7, 7}, new double[] {
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN
                }));
        boolean[] bad = {true, true, false, true, false, false};
        for (BinningMethod method : List.of(
                OptimalBinning.defaults(),
                OptimalBinning.defaults().withPreBins(OptimalBinning.PreBinning.QUANTILE, 5, 0),
                TreeBinning.defaults(),
                ChiMergeBinning.defaults(),
                FixedBinning.at())) {
            BinningModel model = BinningFitter.of(method).fit(LabelledTable.of(table, bad));
            assertThat(model.variable("constant").informationValue()).isZero();
            assertThat(model.variable("absent").informationValue()).isZero();
            assertThat(model.variable("absent").woe(3)).isZero();
            assertThat(model.info().warnings())
                    .anySatisfy(w -> assertThat(w).contains("constant has the same value in every row"))
                    .anySatisfy(w -> assertThat(w).contains("absent is missing in every row"));
        }
    }

    @Test
    void badInputIsAnErrorThatNamesColumnValueAndRule() {
        FeatureTable table = CreditData.table(List.of(AGE), List.of(new double[] {1, 2}));
        assertThatThrownBy(() -> BinningFitter.defaults().fit(LabelledTable.of(table, new boolean[] {true, true})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("0.0 goods and 2.0 bads");
        assertThatThrownBy(() -> LabelledTable.of(table, new boolean[3])).hasMessageContaining("2 rows, found 3");
        assertThatThrownBy(() ->
                        ValueCounts.of(AGE, new double[] {1, Double.NEGATIVE_INFINITY}, new boolean[] {true, false}))
                .hasMessageContaining("age must be finite or NaN for missing, found -Infinity");
        assertThatThrownBy(() -> age.woe(Double.POSITIVE_INFINITY)).hasMessageContaining("age must be finite");
        assertThatThrownBy(() -> LabelledTable.of(table, new boolean[2]).withWeights(new double[] {1, -1}))
                .hasMessageContaining("at least 0, found -1.0");
        assertThatThrownBy(() -> BinningFitter.defaults()
                        .with("wage", VariableOptions.defaults())
                        .fit(LabelledTable.of(table, new boolean[] {true, false})))
                .hasMessageContaining("found \"wage\"");
        assertThatThrownBy(() -> Bins.numeric(AGE, 3, 3))
                .hasMessageContaining("cuts of age must be finite and ascending");
        assertThatThrownBy(() -> Bins.levels(HOUSING, List.of(List.of("own"), List.of("own"))))
                .hasMessageContaining("found \"own\"");
        assertThatThrownBy(() -> LabelledTable.from(table, "age")).hasMessageContaining("target age must be BINARY");
    }

    @Test
    void anotherSchemaIsRefusedWithTheDifferenceNamed() {
        FeatureTable table = CreditData.table(List.of(AGE), List.of(new double[] {1, 2}));
        BinningModel model =
                BinningFitter.of(FixedBinning.at(2)).fit(LabelledTable.of(table, new boolean[] {true, false}));
        FeatureRow months = FeatureRow.of(ClientId.of("C-1"), FeatureSchema.of(Feature.numeric("age", "months")), 3);

        assertThatThrownBy(() -> model.woe(months)).hasMessageContaining("age").hasMessageContaining("months");
        assertThat(model.woe(table).schema().names()).containsExactly("age_woe");
        assertThat(model.woe(table).value(1, 0)).isEqualTo(model.woe(table.row(1))[0]);
    }

    @Test
    void theTargetMayBeAColumn() {
        FeatureTable table = CreditData.table(
                List.of(AGE, Feature.binary("default_12m")), List.of(new double[] {1, 2}, new double[] {0, 1}));
        LabelledTable labelled = LabelledTable.from(table, "default_12m");
        assertThat(labelled.features().schema().names()).containsExactly("age");
        assertThat(labelled.isBad(1)).isTrue();
        assertThat(labelled.isBad(0)).isFalse();
    }
}
