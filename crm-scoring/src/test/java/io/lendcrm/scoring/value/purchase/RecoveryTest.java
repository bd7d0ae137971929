package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.time.CalendarUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Books drawn from a model at known parameters must give them back, as often as the intervals promise. */
class RecoveryTest {

    private static final int BOOKS = 50;

    /** That many a client leaves at once and many have a low rate is told apart by its returns alone: of 2,000 clients the
     * logarithms of r and b are not yet normal, and 95 % intervals cover 89 %. */
    private static final int MBG_CLIENTS = 20_000;

    private static final BgNbdModel BG = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);
    private static final MbgNbdModel MBG = MbgNbdModel.of(CalendarUnit.WEEK, 0.525, 6.183, 0.891, 1.614);
    private static final NbdModel NBD = NbdModel.of(CalendarUnit.WEEK, 0.385, 12.07);

    @Test
    void intervalsCoverTheTruth() {
        assertCovered(covered(BG, BgNbdFitter.defaults(), BOOKS, 2000));
        assertCovered(covered(MBG, MbgNbdFitter.defaults(), BOOKS, MBG_CLIENTS));
        assertCovered(covered(NBD, NbdFitter.defaults(), BOOKS, 2000));
    }

    /** Run with {@code -Dlendcrm.nightly=true}. */
    @Test
    @EnabledIfSystemProperty(named = "lendcrm.nightly", matches = "true")
    void intervalsCoverTheTruthAsOftenAsTheyPromise() {
        for (int[] counts : new int[][] {
            covered(BG, BgNbdFitter.defaults(), 1000, 2000),
            covered(MBG, MbgNbdFitter.defaults(), 1000, MBG_CLIENTS),
            covered(NBD, NbdFitter.defaults(), 1000, 2000)
        }) {
            assertThat(Arrays.stream(counts).boxed())
                    .as(Arrays.toString(counts))
                    .allMatch(count -> count >= 930 && count <= 970);
        }
    }

    @Test
    void intervalsOfParetoNbdCoverTheTruth() {
        List<String> names = ParetoNbdModel.PARAMETERS;
        int[] covered = new int[names.size()];
        for (int book = 0; book < BOOKS; book++) {
            ParetoNbdModel model = ParetoNbdFitter.defaults().fit(Simulated.paretoBook(2000, 815 + book));
            double[] found = {model.r(), model.alpha(), model.s(), model.beta()};
            for (int i = 0; i < found.length; i++) {
                double error = Math.sqrt(model.covariance().ofLogs(names.get(i), names.get(i)));
                covered[i] += Math.abs(Math.log(found[i] / Simulated.PARETO_TRUTH[i])) < 1.959964 * error ? 1 : 0;
            }
        }

        assertThat(Arrays.stream(covered).boxed()).allMatch(count -> count >= 43);
    }

    @Test
    void theFirstBookIsRecovered() {
        BgNbdModel model = BgNbdFitter.defaults().fit(book(BG, 2000, 4711));

        assertThat(model.info().warnings()).isEmpty();
        assertThat(model.r() / model.alpha()).isBetween(0.04, 0.07);
        assertThat(model.a() / (model.a() + model.b())).isBetween(0.15, 0.35);
    }

    /** For each parameter how many of the books' 95 % intervals, on its logarithm, hold it. */
    private static <M extends PurchaseModel & PurchaseSimulator> int[] covered(
            M truth, PurchaseFitter<M> fitter, int books, int clients) {
        double[] values = values(truth);
        String[] names = truth.parameters().keySet().toArray(new String[0]);
        int[] covered = new int[values.length];
        for (int i = 0; i < books; i++) {
            M model = fitter.fit(book(truth, clients, 4711 + i));
            double[] found = values(model);
            for (int k = 0; k < values.length; k++) {
                double error = model.standardErrors().getOrDefault(names[k], 0.0) / found[k];
                covered[k] += Math.abs(Math.log(found[k] / values[k])) < 1.959964 * error ? 1 : 0;
            }
        }
        return covered;
    }

    /** 43 of 50 or more with probability 0.98 where the level is 0.95. */
    private static void assertCovered(int[] counts) {
        assertThat(Arrays.stream(counts).boxed()).as(Arrays.toString(counts)).allMatch(count -> count >= 43);
    }

    /** Clients watched for 27 to 39 weeks, times not rounded. */
    private static PurchaseSummaries book(PurchaseSimulator truth, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PurchaseSummary[] clients = IntStream.range(0, size)
                .mapToObj(i -> truth.simulate((189 + random.nextInt(84)) / 7.0, random))
                .toArray(PurchaseSummary[]::new);
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                Arrays.stream(clients).mapToInt(PurchaseSummary::frequency).toArray(),
                Arrays.stream(clients).mapToDouble(PurchaseSummary::recency).toArray(),
                Arrays.stream(clients).mapToDouble(PurchaseSummary::age).toArray());
    }

    private static double[] values(PurchaseModel model) {
        return model.parameters().values().stream().mapToDouble(v -> v).toArray();
    }
}
