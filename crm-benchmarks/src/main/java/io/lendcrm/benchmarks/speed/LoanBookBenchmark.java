package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import io.lendcrm.scoring.value.profit.LendingTerms;
import io.lendcrm.scoring.value.profit.LendingValue;
import io.lendcrm.scoring.value.profit.LendingValuer;
import io.lendcrm.scoring.value.profit.LoanBook;
import io.lendcrm.scoring.value.profit.LoanBookValue;
import io.lendcrm.scoring.value.profit.RiskPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million loans of 60 months, with default by grade, early repayment, funding, cost and capital: the book with its
 * waterfall, one loan alone, and a plain loop over arrays that adds up the value alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class LoanBookBenchmark {

    private static final int LOANS = 1_000_000;
    private static final int MONTHS = 60;
    private static final int GRADES = 10;
    private static final Horizon MONTH = Horizon.months(1);
    private static final LendingTerms TERMS = LendingTerms.of(DiscountRate.perYear(0.04))
            .withFundingRate(0.02)
            .withHurdleRate(0.1)
            .withCostPerYear(60);

    @Param({"1", "2"})
    private int threads;

    private final int[] risk = new int[LOANS];
    private final double[] principal = new double[LOANS];
    private final double[] rate = new double[LOANS];
    private final double[][] income = new double[GRADES][MONTHS];
    private final double[][] charge = new double[GRADES][MONTHS];
    private final double[] cost = new double[GRADES];
    private LoanBook book;
    private Run run;

    @Setup
    public void generate() {
        List<RiskPath> risks = new ArrayList<>();
        for (int grade = 0; grade < GRADES; grade++) {
            double pd = 0.001 * Math.pow(1.6, grade);
            risks.add(RiskPath.constant(pd, 0.45, MONTH, MONTHS)
                    .withYearlyPrepayment(0.06)
                    .withCapital(IrbFunction.corporate(), pd, MONTHS));
        }
        SplitMix64 random = new SplitMix64(9);
        for (int row = 0; row < LOANS; row++) {
            risk[row] = (int) (random.uniform() * GRADES);
            principal[row] = 1000 + 100_000 * random.uniform();
            rate[row] = 0.02 + 0.08 * random.uniform();
        }
        int[] periods = new int[LOANS];
        Arrays.fill(periods, MONTHS);
        book = LoanBook.of(risks, risk, principal, rate, periods);
        run = threads == 1 ? Run.sequential() : Run.sequential().on(ForkJoinPool.commonPool(), threads);
        for (int grade = 0; grade < GRADES; grade++) {
            weigh(risks.get(grade), grade);
        }
    }

    private void weigh(RiskPath path, int grade) {
        double survival = 1;
        for (int t = 1; t <= MONTHS; t++) {
            double present = survival * Math.pow(1.04, -t / 12.0);
            double pd = path.pd(t);
            income[grade][t - 1] = present * (1 - pd) / 12;
            charge[grade][t - 1] = present * (pd * path.lgd(t) + 0.1 / 12 * path.capital(t));
            cost[grade] += present * (1 - pd) * 60 / 12;
            survival *= (1 - pd) * (1 - path.prepayment(t));
        }
    }

    @Benchmark
    public LoanBookValue book() {
        return book.value(TERMS, run);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public LendingValue oneLoan() {
        return LendingValuer.of(TERMS).value(book.loan(17), book.risk(17));
    }

    /** The bound: one thread, no waterfall, nothing as contracted. */
    @Benchmark
    public double limit() {
        double total = 0;
        for (int row = 0; row < LOANS; row++) {
            double[] earned = income[risk[row]];
            double[] lost = charge[risk[row]];
            double monthly = rate[row] / 12;
            double payment = principal[row] * monthly / (1 - Math.pow(1 + monthly, -MONTHS));
            double owed = principal[row];
            double margin = rate[row] - 0.02;
            double npv = -cost[risk[row]];
            for (int t = 0; t < MONTHS; t++) {
                npv += owed * (margin * earned[t] - lost[t]);
                owed = owed * (1 + monthly) - payment;
            }
            total += npv;
        }
        return total;
    }
}
