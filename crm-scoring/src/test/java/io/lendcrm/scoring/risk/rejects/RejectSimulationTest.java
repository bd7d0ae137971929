package io.lendcrm.scoring.risk.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * When reject inference helps and when it hurts: 20 000 applicants whose outcomes are all known, rejected ones too. The
 * figures are those of the guide.
 */
class RejectSimulationTest {

    private static final int COUNT = 20_000;
    private static final BadRateFitter LOGISTIC = BadRateFitter.logistic(LogisticFitter.defaults());

    private record Result(double bias, double logLoss) {}

    private static Map<RejectMethod, Result> all(Applicants applicants, double factor) {
        Map<RejectMethod, Result> results = new EnumMap<>(RejectMethod.class);
        for (RejectMethod method : RejectMethod.values()) {
            BadRates model = applicants.fit(method, factor, LOGISTIC);
            results.put(method, new Result(applicants.bias(model), applicants.logLoss(model)));
        }
        return results;
    }

    private static void check(Map<RejectMethod, Result> found, RejectMethod method, double bias, double logLoss) {
        assertThat(found.get(method).bias()).as(method + " bias").isEqualTo(bias, within(5e-5));
        assertThat(found.get(method).logLoss()).as(method + " log loss").isEqualTo(logLoss, within(5e-5));
    }

    /** Missing at random, right form: the accepted tell all, and a factor above 1 only hurts. */
    @Test
    void withTheRightModelExtrapolationIsBest() {
        Applicants applicants = Applicants.simulate(COUNT, 0, 0, 0, 1);
        assertThat(applicants.trueRejectRate()).isEqualTo(0.4200, within(5e-5));
        Map<RejectMethod, Result> plain = all(applicants, 1);
        check(plain, RejectMethod.EXTRAPOLATION, 0.0091, 0.4403);
        check(plain, RejectMethod.AUGMENTATION, 0.0085, 0.4404);
        check(plain, RejectMethod.PARCELLING, -0.0701, 0.4512);
        check(plain, RejectMethod.FUZZY, 0.0091, 0.4403);
        check(all(applicants, 1.5), RejectMethod.FUZZY, 0.1473, 0.4735);
    }

    /** Missing at random, wrong form (a square left out): weighting to all applicants mends most of it. */
    @Test
    void withTheWrongModelAugmentationHelps() {
        Applicants applicants = Applicants.simulate(COUNT, 0.5, 0, 0, 1);
        Map<RejectMethod, Result> found = all(applicants, 1);
        check(found, RejectMethod.EXTRAPOLATION, -0.0879, 0.5084);
        check(found, RejectMethod.AUGMENTATION, -0.0038, 0.4943);
        check(found, RejectMethod.PARCELLING, -0.1273, 0.5191);
        check(found, RejectMethod.FUZZY, -0.0879, 0.5084);
    }

    /** Missing not at random: officers saw what the features don't tell. Nothing but an outside factor mends it. */
    @Test
    void withSelectionOnWhatIsNotSeenNoMethodKnows() {
        Applicants applicants = Applicants.simulate(COUNT, 0, 1.5, 1, 1);
        assertThat(applicants.trueRejectRate()).isEqualTo(0.5347, within(5e-5));
        Map<RejectMethod, Result> plain = all(applicants, 1);
        assertThat(plain.values()).allMatch(r -> r.bias() < -0.30);
        check(plain, RejectMethod.EXTRAPOLATION, -0.3055, 0.5717);
        check(plain, RejectMethod.AUGMENTATION, -0.3063, 0.5722);
        Map<RejectMethod, Result> worse = all(applicants, 1.5);
        check(worse, RejectMethod.PARCELLING, -0.2623, 0.5460);
        check(worse, RejectMethod.FUZZY, -0.2302, 0.5363);
    }
}
