package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books drawn from the model at known parameters must give them back, as often as the intervals promise. */
class RecoveryTest {

    private static final int BOOKS = 50;

    @Test
    void intervalsOfTwoThousandClientsCoverTheTruth() {
        List<String> names = BgNbdModel.PARAMETERS;
        int[] covered = new int[names.size()];
        for (int book = 0; book < BOOKS; book++) {
            BgNbdModel model = BgNbdFitter.defaults().fit(Simulated.book(2000, 4711 + book));
            double[] found = {model.r(), model.alpha(), model.a(), model.b()};
            for (int i = 0; i < found.length; i++) {
                double error = Math.sqrt(model.covariance().ofLogs(names.get(i), names.get(i)));
                covered[i] += Math.abs(Math.log(found[i] / Simulated.TRUTH[i])) < 1.959964 * error ? 1 : 0;
            }
        }

        // 43 of 50 or more with probability 0.98 where the level is 0.95
        assertThat(Arrays.stream(covered).boxed()).allMatch(count -> count >= 43);
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
        BgNbdModel model = BgNbdFitter.defaults().fit(Simulated.book(2000, 4711));

        assertThat(model.info().warnings()).isEmpty();
        assertThat(model.r() / model.alpha()).isBetween(0.04, 0.07);
        assertThat(model.a() / (model.a() + model.b())).isBetween(0.15, 0.35);
    }
}
