package io.lendcrm.scoring.risk.rejects;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Applicants with known outcomes, rejected ones too. The log-odds of bad are {@code -1.5 + income + debt + curve income² +
 * hidden u}, u being seen by the lender's officers only; they accept with log-odds {@code 1 - 2 income - 1.2 debt - 2
 * seen u}.
 */
record Applicants(FeatureTable accepted, boolean[] acceptedBad, FeatureTable rejected, boolean[] rejectedBad) {

    private static final FeatureSchema SCHEMA =
            FeatureSchema.of(Feature.numeric("income", ""), Feature.numeric("debt", ""));

    static Applicants simulate(int count, double curve, double hidden, double seen, long seed) {
        Random random = new Random(seed);
        List<double[]> taken = new ArrayList<>();
        List<double[]> refused = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double income = random.nextGaussian();
            double debt = random.nextGaussian();
            double u = random.nextGaussian();
            boolean bad = random.nextDouble() < logistic(-1.5 + income + debt + curve * income * income + hidden * u);
            boolean accept = random.nextDouble() < logistic(1 - 2 * income - 1.2 * debt - 2 * seen * u);
            (accept ? taken : refused).add(new double[] {income, debt, bad ? 1 : 0});
        }
        return new Applicants(table(taken), outcomes(taken), table(refused), outcomes(refused));
    }

    LabelledTable labelled() {
        return LabelledTable.of(accepted, acceptedBad);
    }

    double trueRejectRate() {
        double bad = 0;
        for (boolean outcome : rejectedBad) {
            bad += outcome ? 1 : 0;
        }
        return bad / rejectedBad.length;
    }

    /** How far the predicted bad rate of the rejects is from the true one: predicted less true. */
    double bias(BadRates model) {
        double sum = 0;
        for (double rate : model.of(rejected)) {
            sum += rate;
        }
        return sum / rejectedBad.length - trueRejectRate();
    }

    /** Mean of -ln of the probability of what happened, over all applicants. */
    double logLoss(BadRates model) {
        return (loss(model.of(accepted), acceptedBad) + loss(model.of(rejected), rejectedBad))
                / (acceptedBad.length + rejectedBad.length);
    }

    BadRates fit(RejectMethod method, double factor, BadRateFitter fitter) {
        RejectSample sample =
                RejectInference.of(method, fitter).withFactor(factor).infer(labelled(), rejected, Run.sequential());
        return fitter.fit(sample.sample(), Run.sequential());
    }

    private static double loss(double[] rates, boolean[] bad) {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum -= Math.log(bad[i] ? rates[i] : 1 - rates[i]);
        }
        return sum;
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static FeatureTable table(List<double[]> rows) {
        double[] income = rows.stream().mapToDouble(r -> r[0]).toArray();
        double[] debt = rows.stream().mapToDouble(r -> r[1]).toArray();
        List<ClientId> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(ClientId.of("a" + i));
        }
        return FeatureTable.of(SCHEMA, ids, income, debt);
    }

    private static boolean[] outcomes(List<double[]> rows) {
        boolean[] bad = new boolean[rows.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = rows.get(i)[2] == 1;
        }
        return bad;
    }
}
