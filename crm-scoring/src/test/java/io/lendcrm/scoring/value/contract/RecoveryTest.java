package io.lendcrm.scoring.value.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Books drawn from the models at known parameters must give them back, as often as the intervals promise. */
class RecoveryTest {

    private static final int BOOKS = 50;

    @Test
    void intervalsOfTwoThousandRenewersCoverTheTruth() {
        BdwModel truth = BdwModel.of(CalendarUnit.YEAR, 0.8, 3.2, 1.3);
        int[] covered = new int[3];
        for (int book = 0; book < BOOKS; book++) {
            BdwModel model = BdwFitter.defaults().fit(Cohorts.renewals(truth, 2000, 4711 + book));
            count(covered, model.covariance(), new double[] {
                model.alpha() / truth.alpha(), model.beta() / truth.beta(), model.c() / truth.c()
            });
        }

        // 43 of 50 or more with probability 0.98 where the level is 0.95
        assertThat(Arrays.stream(covered).boxed()).allMatch(count -> count >= 43);
    }

    @Test
    void intervalsOfTwoThousandDurationsCoverTheTruth() {
        WeibullGammaModel truth = WeibullGammaModel.of(CalendarUnit.MONTH, 1.2, 90, 1.4);
        int[] covered = new int[3];
        for (int book = 0; book < BOOKS; book++) {
            WeibullGammaModel model = WeibullGammaFitter.defaults().fit(Cohorts.durations(truth, 2000, 815 + book));
            count(covered, model.covariance(), new double[] {
                model.r() / truth.r(), model.alpha() / truth.alpha(), model.c() / truth.c()
            });
        }

        assertThat(Arrays.stream(covered).boxed()).allMatch(count -> count >= 43);
    }

    private static void count(int[] covered, ParameterCovariance covariance, double[] ratios) {
        for (int i = 0; i < ratios.length; i++) {
            String name = covariance.names().get(i);
            double error = Math.sqrt(covariance.ofLogs(name, name));
            covered[i] += Math.abs(Math.log(ratios[i])) < 1.959964 * error ? 1 : 0;
        }
    }
}
