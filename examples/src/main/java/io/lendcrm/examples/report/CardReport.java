package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page on a scorecard shows. Immutable and thread-safe.
 *
 * @param title what it is about
 * @param proof how well the card tells bads from goods
 * @param variables the card, column by column
 * @param dropped the columns that aren't in the card
 */
public record CardReport(Title title, Proof proof, List<Variable> variables, List<Dropped> dropped) {
    public CardReport {
        requireNonNull(title, "title");
        requireNonNull(proof, "proof");
        variables = List.copyOf(variables);
        dropped = List.copyOf(dropped);
    }

    /**
     * What the card was fitted to, and how it is scaled. Immutable and thread-safe.
     *
     * @param lender the name of the file it was fitted to
     * @param asOf the day it was fitted
     * @param rows how many clients
     * @param bads how many of them turned bad
     * @param target what became of them, such as {@code outcome = default}
     * @param base the points that every client gets
     * @param points the score at {@code odds}
     * @param odds goods per bad
     * @param pdo points that double the odds
     */
    public record Title(
            Text lender,
            LocalDate asOf,
            long rows,
            long bads,
            String target,
            double base,
            double points,
            double odds,
            double pdo) {
        public Title {
            requireNonNull(lender, "lender");
            requireNonNull(asOf, "asOf");
            requireNonNull(target, "target");
        }
    }

    /**
     * Figures and curves, on the rows of the fit. Immutable and thread-safe.
     *
     * @param auc area under the curve
     * @param lower lower end of its 95 % interval, if there is one
     * @param upper upper end
     * @param gini twice the area less 1
     * @param ks greatest distance of the distributions
     * @param ksScore the score where it is
     * @param h Hand's measure
     * @param brier mean squared error of the probabilities
     * @param folds area of each fold on rows its card never saw; empty without folds
     * @param foldMean their mean, if there are any
     * @param roc the curve, from (0, 0) to (1, 1): share of goods, share of bads refused
     * @param distribution shares of goods and bads with at most a score
     * @param calibration groups of like probability
     */
    public record Proof(
            double auc,
            @Nullable Double lower,
            @Nullable Double upper,
            double gini,
            double ks,
            double ksScore,
            double h,
            double brier,
            List<Double> folds,
            @Nullable Double foldMean,
            List<Cut> roc,
            List<Cut> distribution,
            List<Group> calibration) {
        public Proof {
            Require.share(auc, "auc");
            folds = List.copyOf(folds);
            roc = List.copyOf(roc);
            distribution = List.copyOf(distribution);
            calibration = List.copyOf(calibration);
        }
    }

    /**
     * Where the scores are cut. Immutable and thread-safe.
     *
     * @param score the highest score below the cut
     * @param goods share of goods with at most this score
     * @param bads share of bads with at most this score
     */
    public record Cut(double score, double goods, double bads) {
        public Cut {
            Require.share(goods, "goods");
            Require.share(bads, "bads");
        }
    }

    /**
     * Clients of like probability. Immutable and thread-safe.
     *
     * @param clients how many
     * @param foretold the mean of their probabilities
     * @param came the share that turned bad
     * @param lower lower end of its 95 % interval
     * @param upper upper end
     */
    public record Group(long clients, double foretold, double came, double lower, double upper) {
        public Group {
            Require.share(foretold, "foretold");
            Require.share(came, "came");
        }
    }

    /**
     * A column of the card. Immutable and thread-safe.
     *
     * @param name its name
     * @param iv its information value
     * @param trend the trend of its bad rates
     * @param bins its bins
     */
    public record Variable(String name, double iv, Text trend, List<Bin> bins) {
        public Variable {
            requireNonNull(name, "name");
            requireNonNull(trend, "trend");
            bins = List.copyOf(bins);
        }
    }

    /**
     * A bin of a column. Immutable and thread-safe.
     *
     * @param label what is in it
     * @param clients how many
     * @param bads how many of them turned bad
     * @param woe weight of evidence
     * @param points points of the card
     */
    public record Bin(Text label, long clients, long bads, double woe, double points) {
        public Bin {
            requireNonNull(label, "label");
            Require.count(clients, "clients");
            Require.count(bads, "bads");
        }
    }

    /**
     * A column that isn't in the card. Immutable and thread-safe.
     *
     * @param name its name
     * @param iv its information value
     * @param cause why it isn't
     */
    public record Dropped(String name, double iv, Text cause) {
        public Dropped {
            requireNonNull(name, "name");
            requireNonNull(cause, "cause");
        }
    }
}
