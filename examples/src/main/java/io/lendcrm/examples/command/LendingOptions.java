package io.lendcrm.examples.command;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.examples.lending.LendingAssumptions;
import io.lendcrm.scoring.value.profit.LendingTerms;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what lending costs, risks and is to earn, the same for all contracts. */
@SuppressWarnings("NullAway.Init") // picocli fills it
final class LendingOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--lgd",
            paramLabel = "SHARE",
            description = "The loss given default, a share of what is owed; ${DEFAULT-VALUE} by default.")
    private double lgd = 0.45;

    @Option(
            names = "--funding-rate",
            paramLabel = "RATE",
            description = "The funds transfer price, nominal a year; ${DEFAULT-VALUE} by default.")
    private double fundingRate = 0.02;

    @Option(
            names = "--cost-per-year",
            paramLabel = "AMOUNT",
            description = "The cost of serving one contract, a year; ${DEFAULT-VALUE} by default.")
    private double costPerYear;

    @Option(
            names = "--hurdle",
            paramLabel = "RATE",
            description =
                    "The return asked for on capital (Basel IRB, corporate or other retail), a year; ${DEFAULT-VALUE}"
                            + " by default.")
    private double hurdle = 0.1;

    @Option(
            names = "--pd-floor",
            paramLabel = "P",
            description = "The least probability of default in the capital formula; ${DEFAULT-VALUE} by default.")
    private double pdFloor = 0.0005;

    @Option(
            names = "--discount-rate",
            paramLabel = "RATE",
            description = "The rate at which later money counts less, effective a year; ${DEFAULT-VALUE} by default.")
    private double discountRate = 0.03;

    @Option(
            names = "--prepayment",
            paramLabel = "P",
            description = "The probability within a year that a loan is paid back early; ${DEFAULT-VALUE} by default.")
    private double prepayment;

    @Option(
            names = "--prepayment-fee",
            paramLabel = "SHARE",
            description = "The fee on what is paid back early; ${DEFAULT-VALUE} by default.")
    private double prepaymentFee;

    @Option(
            names = "--ccf",
            paramLabel = "SHARE",
            description =
                    "The part of a revolving line's undrawn limit that is drawn before a default; ${DEFAULT-VALUE}"
                            + " by default.")
    private double conversionFactor = 0.5;

    /** The assumptions, checked. */
    LendingAssumptions assumptions() {
        fraction("--lgd", lgd);
        fraction("--prepayment", prepayment);
        fraction("--ccf", conversionFactor);
        fraction("--pd-floor", pdFloor);
        if (pdFloor < 3e-6) {
            throw usage("--pd-floor must be at least 3e-6, found " + pdFloor);
        }
        try {
            LendingTerms terms = LendingTerms.of(DiscountRate.perYear(discountRate))
                    .withFundingRate(fundingRate)
                    .withHurdleRate(hurdle)
                    .withCostPerYear(costPerYear)
                    .withPrepaymentFee(prepaymentFee);
            return new LendingAssumptions(terms, lgd, prepayment, conversionFactor, pdFloor);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private void fraction(String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw usage(option + " must be within [0, 1], found " + value);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
