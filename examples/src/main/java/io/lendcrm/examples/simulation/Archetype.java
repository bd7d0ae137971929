package io.lendcrm.examples.simulation;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.interaction.Channel;
import java.util.List;

/** The planted segments of the book: what a segmentation should find, with the parameters clients are drawn from. */
public enum Archetype {
    /** People on a salary. */
    SALARIED(Client.Kind.INDIVIDUAL, 0.34, 1.6, 90, 0.8, 0.02, 0.010, 0.55, 4.0, 52_000, "consumer-loan"),
    /** People with a trade of their own: money by season, loans needed fast. */
    SOLE_TRADER(Client.Kind.INDIVIDUAL, 0.16, 2.4, 260, 0.9, 0.045, 0.014, 0.45, 3.7, 61_000, "fast-loan"),
    /** Wealthy people who talk to their manager. */
    AFFLUENT(Client.Kind.INDIVIDUAL, 0.06, 1.2, 900, 1.0, 0.006, 0.005, 0.25, 4.3, 240_000, "mortgage"),
    /** Firms of a few people. */
    MICRO_FIRM(Client.Kind.ORGANISATION, 0.18, 2.2, 1_500, 0.7, 0.05, 0.013, 0.5, 3.6, 420_000, "fast-loan"),
    /** Young technology firms that grow and spend on research. */
    GROWTH_TECH(Client.Kind.ORGANISATION, 0.08, 2.6, 2_400, 0.7, 0.035, 0.011, 0.8, 3.9, 3_500_000, "technology-loan"),
    /** Firms that make or trade goods and need working capital by season. */
    MANUFACTURER(
            Client.Kind.ORGANISATION, 0.11, 2.8, 5_200, 0.7, 0.022, 0.008, 0.3, 4.0, 18_000_000, "working-capital"),
    /** Large firms with steady cash. */
    CORPORATE(
            Client.Kind.ORGANISATION, 0.04, 3.2, 40_000, 1.0, 0.006, 0.005, 0.35, 4.2, 300_000_000, "revolving-credit"),
    /** Companies that build and run one project. */
    PROJECT(Client.Kind.PROJECT_COMPANY, 0.03, 1.0, 10_000, 0.7, 0.015, 0.002, 0.2, 4.1, 30_000_000, "project-loan");

    /** The channels that preferences are drawn from. */
    static final List<Channel> CHANNELS =
            List.of(Channel.APP, Channel.WEB, Channel.BRANCH, Channel.MANAGER, Channel.PHONE);

    private final Client.Kind kind;
    private final double share;
    private final double monthlyRate;
    private final double medianTicket;
    private final double ticketSigma;
    private final double annualPd;
    private final double monthlyChurn;
    private final double digital;
    private final double satisfaction;
    private final double medianSize;
    private final String product;

    Archetype(
            Client.Kind kind,
            double share,
            double monthlyRate,
            double medianTicket,
            double ticketSigma,
            double annualPd,
            double monthlyChurn,
            double digital,
            double satisfaction,
            double medianSize,
            String product) {
        this.kind = kind;
        this.share = share;
        this.monthlyRate = monthlyRate;
        this.medianTicket = medianTicket;
        this.ticketSigma = ticketSigma;
        this.annualPd = annualPd;
        this.monthlyChurn = monthlyChurn;
        this.digital = digital;
        this.satisfaction = satisfaction;
        this.medianSize = medianSize;
        this.product = product;
    }

    /** {@return what kind of client it is} */
    public Client.Kind kind() {
        return kind;
    }

    /** {@return the share of the book} */
    public double share() {
        return share;
    }

    /** {@return the mean number of paid services a month while active} */
    public double monthlyRate() {
        return monthlyRate;
    }

    /** {@return the median amount of one of them, in major units of the lender's currency} */
    public double medianTicket() {
        return medianTicket;
    }

    /** {@return the standard deviation of the logarithm of amounts between clients} */
    public double ticketSigma() {
        return ticketSigma;
    }

    /** {@return the median true probability of default within a year} */
    public double annualPd() {
        return annualPd;
    }

    /** {@return the mean true hazard of leaving, a month} */
    public double monthlyChurn() {
        return monthlyChurn;
    }

    /** {@return the share of contacts that are digital} */
    public double digital() {
        return digital;
    }

    /** {@return the mean satisfaction on a scale of 1 to 5} */
    public double satisfaction() {
        return satisfaction;
    }

    /** {@return the median yearly income or turnover} */
    public double medianSize() {
        return medianSize;
    }

    /** {@return the product most of them prefer} */
    public String product() {
        return product;
    }

    static Archetype drawn(Draw draw) {
        double at = draw.uniform();
        for (Archetype archetype : values()) {
            at -= archetype.share;
            if (at < 0) {
                return archetype;
            }
        }
        return SALARIED;
    }
}
