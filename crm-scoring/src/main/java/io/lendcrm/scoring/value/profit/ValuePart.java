package io.lendcrm.scoring.value.profit;

import java.util.Locale;

/** A term of a lending value. Costs are negative amounts, so that the parts add up to the value. */
public enum ValuePart {
    /** Interest on what is drawn. */
    INTEREST_INCOME(0),
    /** Fees: up front, for what isn't drawn, for services. */
    FEES(1),
    /** What the borrower pays for paying back early. */
    PREPAYMENT_FEES(2),
    /** What the lender's treasury charges for the money (funds transfer price). */
    FUNDING_COST(3),
    /** What defaults cost: PD · LGD · exposure at default. */
    EXPECTED_LOSS(4),
    /** What it costs to serve the contract or the client. */
    COST_TO_SERVE(5),
    /** The return that the owners ask for on the capital tied up. */
    CAPITAL_CHARGE(6),
    /** Contracts that are expected, but don't exist yet. */
    NEW_BUSINESS(7);

    /** How many parts there are. */
    static final int COUNT = values().length;

    private final int place;

    ValuePart(int place) {
        this.place = place;
    }

    /** Its place in an array of parts. */
    int place() {
        return place;
    }

    /** {@return the code of the reason that tells of it, such as {@code value.interest-income}} */
    public String code() {
        return "value." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
