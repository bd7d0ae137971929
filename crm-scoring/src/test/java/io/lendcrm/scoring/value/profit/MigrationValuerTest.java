package io.lendcrm.scoring.value.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.grade.DefaultTermStructure;
import io.lendcrm.scoring.risk.grade.TransitionMatrix;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MigrationValuerTest {

    private static final Horizon YEAR = Horizon.years(1);
    private static final MigrationValuer FIVE_PERCENT = MigrationValuer.of(DiscountRate.perYear(0.05));

    /**
     * Oracle file valuation.json, closed_form_extra, "Markov CLV (Pfeifer&Carraway-type)" and "Markov same, horizon
     * T=4".
     */
    @Test
    void theRecencyChainMeetsTheReference() {
        TransitionMatrix matrix = TransitionMatrix.of(List.of("1", "2", "3", "4", "former"), YEAR, new double[][] {
            {0.3, 0.7, 0, 0, 0}, {0.2, 0, 0.8, 0, 0}, {0.15, 0, 0, 0.85, 0}, {0.05, 0, 0, 0, 0.95}, {0, 0, 0, 0, 1}
        });
        MigrationCashFlows flows = MigrationCashFlows.of(matrix)
                .withNow(ValuePart.INTEREST_INCOME, 40, 0, 0, 0, 0)
                .withNow(ValuePart.COST_TO_SERVE, -4, -4, -4, -4, 0);
        MigrationValuer valuer = MigrationValuer.of(DiscountRate.perYear(0.2));

        MigrationValue infinite = valuer.infinite(flows);
        MigrationValue finite = valuer.finite(flows, 5);

        double[] expected = {52.319609438567941, 5.5537835638730675, 1.2507729861676159, -1.8200162733930024, 0};
        double[] within = {50.114969135802469, 4.2199074074074074, 0.59211033950617284, -1.9801311728395062, 0};
        for (int i = 0; i < 5; i++) {
            String state = matrix.grades().get(i);
            assertThat(infinite.value(state).npv()).isCloseTo(expected[i], within(1e-12 * 60));
            assertThat(finite.value(state).npv()).isCloseTo(within[i], within(1e-12 * 60));
            LendingValue value = infinite.value(state);
            assertThat(value.part(ValuePart.INTEREST_INCOME) + value.part(ValuePart.COST_TO_SERVE))
                    .isCloseTo(value.npv(), within(1e-12 * 60));
        }
        assertThat(infinite.variance("former")).isZero();
        MigrationValue long1 = valuer.finite(flows, 400);
        assertThat(long1.value("2").npv()).isCloseTo(infinite.value("2").npv(), within(1e-11));
        assertThat(long1.variance("2")).isCloseTo(infinite.variance("2"), within(1e-9));
    }

    /** A large sum that comes anyhow must not blot out how far the small rest scatters. */
    @Test
    void whatIsCertainScattersNothing() {
        TransitionMatrix matrix = TransitionMatrix.of(List.of("on", "off"), YEAR, new double[][] {{0.5, 0.5}, {0, 1}});
        MigrationCashFlows flows = MigrationCashFlows.of(matrix)
                .withNow(ValuePart.FEES, 1e12, 0)
                .withMoves(ValuePart.INTEREST_INCOME, new double[][] {{1, 0}, {0, 0}});
        MigrationValuer valuer = MigrationValuer.of(DiscountRate.perYear(0));

        assertThat(valuer.finite(flows, 1).variance("on")).isEqualTo(0.25);
        assertThat(valuer.finite(flows, 1).variance("off")).isZero();
    }

    /** A loan whose grade moves has the value of the same loan with the grade's term structure of default. */
    @Test
    void twoWaysToTheSameValue() {
        TransitionMatrix matrix = rated();
        LendingTerms terms = LendingTerms.of(DiscountRate.perYear(0.05)).withCostPerYear(10);
        LendingValue direct = LendingValuer.of(terms)
                .value(
                        ExposurePath.of(YEAR, 0.03, 1000, 1000, 1000, 1000, 1000),
                        RiskPath.of(DefaultTermStructure.from(matrix, "B", 5), 0.4));

        LendingValue chain = FIVE_PERCENT.finite(loan(matrix), 5).value("B");

        for (ValuePart part : ValuePart.values()) {
            assertThat(chain.part(part)).isCloseTo(direct.part(part), within(1e-11));
        }
    }

    /** 200,000 simulated clients: expectation within 4 standard errors, scatter within 2 %. */
    @Test
    void theValueIsTheMeanOfSimulatedClients() {
        TransitionMatrix matrix = rated();
        MigrationCashFlows flows = loan(matrix).withNow(ValuePart.FEES, 5, 8, 0);
        MigrationValue value = FIVE_PERCENT.finite(flows, 8);
        Random random = new Random(11);
        int clients = 200_000;
        double sum = 0;
        double squares = 0;
        for (int client = 0; client < clients; client++) {
            int state = 1;
            double worth = 0;
            double present = 1;
            for (int t = 0; t < 8; t++) {
                worth += present * flows.now(state);
                double u = random.nextDouble();
                int next = 0;
                while (next < 2 && u >= matrix.probability(state, next)) {
                    u -= matrix.probability(state, next);
                    next++;
                }
                present /= 1.05;
                worth += present * flows.move(state, next);
                state = next;
            }
            sum += worth;
            squares += worth * worth;
        }
        double mean = sum / clients;
        double deviation = Math.sqrt(squares / clients - mean * mean);
        assertThat(value.value("B").npv()).isCloseTo(mean, within(4 * deviation / Math.sqrt(clients)));
        assertThat(value.standardDeviation("B")).isCloseTo(deviation, within(0.02 * deviation));
    }

    /** Two states: m r / (1 + d − r), and the geometric distribution's variance. */
    @Property
    void twoStatesAreTheGeometricFormula(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double r,
            @ForAll @DoubleRange(min = 0.01, max = 0.6) double d) {
        TransitionMatrix matrix =
                TransitionMatrix.of(List.of("active", "left"), YEAR, new double[][] {{r, 1 - r}, {0, 1}});
        MigrationValue value = MigrationValuer.of(DiscountRate.perYear(d))
                .infinite(MigrationCashFlows.of(matrix).withPerforming(ValuePart.INTEREST_INCOME, 1, 0));
        double v = 1 / (1 + d);
        double closed = r / (1 + d - r);
        // a client that stays N years brings (v − v^(N+1)) / (1 − v)
        double second = moment(r, v);

        assertThat(value.value("active").npv()).isCloseTo(closed, within(1e-12 * closed));
        assertThat(value.variance("active")).isCloseTo(second - closed * closed, within(1e-9 * second));
    }

    private static double moment(double r, double v) {
        double sum = 0;
        double p = 1 - r;
        for (int n = 0; n < 5000; n++) {
            double worth = v * -Math.expm1(n * Math.log(v)) / (1 - v);
            sum += p * worth * worth;
            p *= r;
        }
        return sum;
    }

    @Test
    void equalPeriodsInASequenceAreTheFiniteHorizon() {
        MigrationCashFlows flows = loan(rated());
        MigrationCashFlows bad = loan(TransitionMatrix.of(
                List.of("A", "B", "D"), YEAR, new double[][] {{0.7, 0.2, 0.1}, {0.1, 0.6, 0.3}, {0, 0, 1}}));

        MigrationValue equal = FIVE_PERCENT.sequence(List.of(flows, flows, flows));
        MigrationValue worse = FIVE_PERCENT.sequence(List.of(flows, bad, flows));

        assertThat(equal.value("A")).isEqualTo(FIVE_PERCENT.finite(flows, 3).value("A"));
        assertThat(worse.value("A").npv()).isLessThan(equal.value("A").npv());
    }

    @Test
    void whatHasNoFiniteValueIsRefused() {
        TransitionMatrix forever = TransitionMatrix.of(List.of("A", "D"), YEAR, new double[][] {{1, 0}, {0, 1}});
        MigrationCashFlows flows = MigrationCashFlows.of(forever).withNow(ValuePart.FEES, 1, 0);

        assertThat(FIVE_PERCENT.infinite(flows).value("A").npv()).isCloseTo(21, within(1e-10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationValuer.of(DiscountRate.perYear(0)).infinite(flows))
                .withMessageContaining(
                        "the spectral radius of the matrix times the discount factor must be below 1, found 1.0");
        // with a negative rate it is finite while clients leave fast enough
        MigrationCashFlows leaving = MigrationCashFlows.of(TransitionMatrix.of(
                        List.of("A", "D"), YEAR, new double[][] {{0.5, 0.5}, {0, 1}}))
                .withNow(ValuePart.FEES, 1, 0);
        assertThat(MigrationValuer.of(DiscountRate.perYear(-0.2))
                        .infinite(leaving)
                        .value("A")
                        .npv())
                .isCloseTo(1 / (1 - 0.5 / 0.8), within(1e-12 * 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE_PERCENT.finite(flows, 0))
                .withMessageContaining("periods");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flows.withEnd(ValuePart.EXPECTED_LOSS, -1, -1))
                .withMessageContaining("of the end state must be 0");
        assertThatIllegalArgumentException().isThrownBy(() -> flows.withNow(ValuePart.FEES, Double.NaN, 0));
        assertThat(MigrationValuer.spectralRadius(new double[][] {{0, 1}, {0, 0}}))
                .isZero();
        assertThat(MigrationValuer.spectralRadius(new double[][] {{0.2, 0.3}, {0.4, 0.1}}))
                .isCloseTo(0.5, within(1e-14));
    }

    private static TransitionMatrix rated() {
        return TransitionMatrix.of(
                List.of("A", "B", "D"), YEAR, new double[][] {{0.93, 0.05, 0.02}, {0.08, 0.85, 0.07}, {0, 0, 1}});
    }

    private static MigrationCashFlows loan(TransitionMatrix matrix) {
        return MigrationCashFlows.of(matrix)
                .withPerforming(ValuePart.INTEREST_INCOME, 30, 30, 0)
                .withPerforming(ValuePart.COST_TO_SERVE, -10, -10, 0)
                .withEnd(ValuePart.EXPECTED_LOSS, -400, -400, 0);
    }
}
