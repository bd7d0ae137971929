package io.lendcrm.scoring.risk.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The search against trying all partitions; counts in parts; any number of threads. */
class BinningProperties {

    private static final Feature X = Feature.numeric("x", "");

    /** Goods and bads of up to nine pre-bins; small numbers, so that ties and empty cells are frequent. */
    @SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
    record Case(
            double[] good,
            double[] bad,
            Trend trend,
            int maxBins,
            int minRows,
            int minBad,
            double maxPValue,
            boolean[] fixed) {}

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(0, 12)
                                        .array(int[].class)
                                        .ofSize(n),
                                Arbitraries.integers()
                                        .between(0, 12)
                                        .array(int[].class)
                                        .ofSize(n),
                                Arbitraries.of(Trend.class).filter(Trend::isRule),
                                Arbitraries.integers().between(1, 10),
                                Arbitraries.of(0, 0, 5, 15),
                                Arbitraries.of(0, 0, 3),
                                Arbitraries.of(1.0, 1.0, 0.3, 0.05),
                                Arbitraries.integers()
                                        .between(0, 5)
                                        .array(int[].class)
                                        .ofSize(n))
                        .as((good, bad, trend, most, rows, bads, p, fixed) -> {
                            boolean[] fix = new boolean[n];
                            for (int k = 1; k < n; k++) {
                                fix[k] = fixed[k] == 0 && most > 4;
                            }
                            return new Case(doubles(good), doubles(bad), trend, most, rows, bads, p, fix);
                        }));
    }

    private static double[] doubles(int[] counts) {
        double[] doubles = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            doubles[i] = counts[i];
        }
        doubles[0] += 1; // both classes somewhere
        return doubles;
    }

    @Property(tries = 3000)
    void theSearchFindsWhatTryingAllPartitionsFinds(@ForAll("cases") Case c) {
        int n = c.good.length;
        double totalGood = IntStream.range(0, n).mapToDouble(i -> c.good[i]).sum() + 4;
        double totalBad = IntStream.range(0, n).mapToDouble(i -> c.bad[i]).sum() + 3;
        Cells cells = new Cells(new double[n], c.good, c.bad, false, totalGood, totalBad);
        PartitionRules rules = new PartitionRules(c.trend, c.minRows, c.minBad, 0, c.maxBins, c.maxPValue, true);

        double most = Double.NEGATIVE_INFINITY;
        for (int mask = 0; mask < 1 << (n - 1); mask++) {
            most = Math.max(most, tried(c, mask, totalGood, totalBad));
        }
        var found = PartitionSearch.best(new PreBins(cells, c.fixed), rules);
        if (most == Double.NEGATIVE_INFINITY) {
            assertThat(found).isEmpty();
        } else {
            PartitionSearch.Partition partition = found.orElseThrow();
            int mask = 0;
            for (int k = 1; k < partition.starts().length; k++) {
                mask |= 1 << (partition.starts()[k] - 1);
            }
            assertThat(partition.iv()).isCloseTo(most, within(1e-12));
            assertThat(tried(c, mask, totalGood, totalBad)).isCloseTo(most, within(1e-12));
        }
    }

    /** The information value of a partition, -∞ if it breaks a rule; written straight from the definitions. */
    private static double tried(Case c, int mask, double totalGood, double totalBad) {
        List<double[]> bins = new ArrayList<>();
        double[] bin = new double[2];
        for (int k = 0; k < c.good.length; k++) {
            if (k > 0 && (mask >> (k - 1) & 1) == 1) {
                bins.add(bin);
                bin = new double[2];
            } else if (k > 0 && c.fixed[k]) {
                return Double.NEGATIVE_INFINITY;
            }
            bin[0] += c.good[k];
            bin[1] += c.bad[k];
        }
        bins.add(bin);
        double iv = 0;
        for (double[] b : bins) {
            if (b[0] == 0 || b[1] == 0 || b[0] + b[1] < c.minRows || b[1] < c.minBad) {
                return Double.NEGATIVE_INFINITY;
            }
            iv += (b[1] / totalBad - b[0] / totalGood) * Math.log(b[1] / totalBad / (b[0] / totalGood));
        }
        return bins.size() <= c.maxBins && differ(bins, c.maxPValue) && keeps(c.trend, bins)
                ? iv
                : Double.NEGATIVE_INFINITY;
    }

    private static boolean differ(List<double[]> bins, double maxPValue) {
        for (int k = 1; k < bins.size(); k++) {
            double[] a = bins.get(k - 1);
            double[] b = bins.get(k);
            double n1 = a[0] + a[1];
            double n2 = b[0] + b[1];
            double pooled = (a[1] + b[1]) / (n1 + n2);
            double z = Math.abs(a[1] / n1 - b[1] / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
            double p = org.apache.commons.math3.special.Erf.erfc(z / Math.sqrt(2));
            if (p > maxPValue) {
                return false;
            }
        }
        return true;
    }

    private static boolean keeps(Trend trend, List<double[]> bins) {
        double[] rates = bins.stream().mapToDouble(b -> b[1] / (b[0] + b[1])).toArray();
        int n = rates.length;
        return switch (trend) {
            case ASCENDING -> ascends(rates, 0, n - 1, 1);
            case DESCENDING -> ascends(rates, 0, n - 1, -1);
            case PEAK -> IntStream.range(0, n).anyMatch(t -> ascends(rates, 0, t, 1) && ascends(rates, t, n - 1, -1));
            case VALLEY -> IntStream.range(0, n).anyMatch(t -> ascends(rates, 0, t, -1) && ascends(rates, t, n - 1, 1));
            case CONVEX ->
                IntStream.range(1, n - 1).allMatch(k -> rates[k] <= (rates[k - 1] + rates[k + 1]) / 2 + 1e-13);
            case CONCAVE ->
                IntStream.range(1, n - 1).allMatch(k -> rates[k] >= (rates[k - 1] + rates[k + 1]) / 2 - 1e-13);
            default -> true;
        };
    }

    private static boolean ascends(double[] rates, int from, int to, int sign) {
        return IntStream.range(from, to).allMatch(k -> sign * rates[k] <= sign * rates[k + 1]);
    }

    @Property(tries = 200)
    void countsOfPartsAreTheCountsOfTheWhole(
            @ForAll List<@IntRange(min = -4, max = 20) Integer> values, @ForAll @IntRange(max = 1000) int seed) {
        LabelledTable whole = table(values, seed);
        int half = whole.rows() / 3;
        BinningCounts parts =
                BinningCounts.of(part(whole, 0, half)).merge(BinningCounts.of(part(whole, half, whole.rows())));
        BinningFitter fitter = BinningFitter.of(
                        VariableOptions.defaults().withSpecials(0).withMissing(MissingBin.NEAREST))
                .with("g", VariableOptions.defaults().withUnseen(UnseenLevel.WORST));

        BinningModel once = fitter.fit(whole);
        assertThat(fitter.fit(parts, Run.sequential())).isEqualTo(once);
        BinningModel again = ModelJson.standard().read(ModelJson.standard().write(once), BinningModel.class);
        assertThat(again).isEqualTo(once);
        for (int v = 0; v < once.variables().size(); v++) {
            Binning binning = once.variables().get(v);
            Bins bins = binning.bins();
            Binning merged = Binning.of(
                    bins,
                    BinningCounts.of(part(whole, 0, half))
                            .variables()
                            .get(v)
                            .merge(BinningCounts.of(part(whole, half, whole.rows()))
                                    .variables()
                                    .get(v)));
            assertThat(merged.good()).containsExactly(binning.good());
            assertThat(merged.bad()).containsExactly(binning.bad());
        }
    }

    @Property(tries = 20)
    void anyNumberOfThreadsGivesTheSameModelAndWholeWeightsAreRepetitions(@ForAll @IntRange(max = 1000) int seed) {
        LabelledTable table =
                table(IntStream.range(0, 200).map(i -> i * 7 % 23 - 3).boxed().toList(), seed);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(BinningFitter.defaults().fit(table, Run.sequential().on(pool, 3)))
                    .isEqualTo(BinningFitter.defaults().fit(table));
        } finally {
            pool.shutdown();
        }
        double[] weights =
                IntStream.range(0, table.rows()).mapToDouble(i -> i % 3).toArray();
        List<Integer> repeated = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            for (int i = 0; i < weights[row]; i++) {
                repeated.add(row);
            }
        }
        List<Binning> weighted =
                BinningFitter.defaults().fit(table.withWeights(weights)).variables();
        assertThat(weighted)
                .isEqualTo(BinningFitter.defaults().fit(rows(table, repeated)).variables());
    }

    /** A number with missing values and a category, with outcomes that depend on both; the first rows have both outcomes. */
    private static LabelledTable table(List<Integer> values, int seed) {
        int n = values.size() + 6;
        double[] x = new double[n];
        double[] g = new double[n];
        boolean[] bad = new boolean[n];
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < n; i++) {
            int value = i < 6 ? i : values.get(i - 6);
            x[i] = value == -1 ? Double.NaN : value;
            g[i] = value < -2 ? Double.NaN : Math.floorMod(value, 4);
            bad[i] = i < 6 ? i % 2 == 0 : random.nextInt(25) < 5 + value / 2;
        }
        return LabelledTable.of(
                CreditData.table(List.of(X, Feature.nominal("g", List.of("a", "b", "c", "d", "e"))), List.of(x, g)),
                bad);
    }

    private static LabelledTable part(LabelledTable table, int from, int to) {
        return rows(table, IntStream.range(from, to).boxed().toList());
    }

    private static LabelledTable rows(LabelledTable table, List<Integer> rows) {
        List<double[]> columns = new ArrayList<>();
        for (double[] column : table.features().toColumns()) {
            columns.add(rows.stream().mapToDouble(row -> column[row]).toArray());
        }
        boolean[] bad = new boolean[rows.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = table.isBad(rows.get(i));
        }
        return LabelledTable.of(CreditData.table(table.features().schema().features(), columns), bad);
    }
}
