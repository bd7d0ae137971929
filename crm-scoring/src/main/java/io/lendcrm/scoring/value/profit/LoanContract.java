package io.lendcrm.scoring.value.profit;

/**
 * A lending product by its terms. What it brings and puts at risk follows from them. Implementations are immutable and
 * thread-safe.
 */
public sealed interface LoanContract permits TermLoan, RevolvingLine, ProjectLoan {

    /** Which product, to switch on. */
    enum Kind {
        /** A {@link TermLoan}. */
        TERM_LOAN,
        /** A {@link RevolvingLine}. */
        REVOLVING_LINE,
        /** A {@link ProjectLoan}. */
        PROJECT_LOAN
    }

    /** {@return which product} */
    Kind kind();

    /** {@return drawn amounts, exposures, rates and fees, period by period} */
    ExposurePath exposures();
}
