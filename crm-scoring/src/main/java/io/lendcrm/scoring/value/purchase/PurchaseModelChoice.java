package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.ChiBarSquareTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of several purchase models suits a book, and why: each is fitted, and the one of the least BIC is chosen, or where
 * a holdout is given that of the least mean absolute error there. All log-likelihoods are of the purchases' times, so that
 * they can be compared. Immutable and thread-safe.
 *
 * @param candidates the fitted models, the best one first
 * @param reasons why, in plain English sentences
 */
public record PurchaseModelChoice(List<Candidate> candidates, List<String> reasons) {

    public PurchaseModelChoice {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("candidates must not be empty");
        }
    }

    /**
     * A fitted model with what speaks for it.
     *
     * @param model the model
     * @param logLikelihood of the book
     * @param aic Akaike's criterion, less is better
     * @param bic Schwarz's criterion, less is better
     * @param holdoutError the mean absolute error of the expected purchases in the holdout, if there is one
     */
    public record Candidate(
            PurchaseModel model,
            double logLikelihood,
            double aic,
            double bic,
            @Nullable Double holdoutError) {

        public Candidate {
            requireNonNull(model, "model");
        }

        /** {@return the model's type} */
        public String type() {
            return model.info().type();
        }

        /** {@return the mean absolute error of the expected purchases in the holdout} */
        public Optional<Double> errorInHoldout() {
            return Optional.ofNullable(holdoutError);
        }
    }

    /** {@return the model that was chosen} */
    public PurchaseModel best() {
        return candidates.get(0).model();
    }

    /**
     * Chooses by BIC.
     *
     * @param book the clients
     * @param fitters of the models to choose from, at least one
     * @param run the circumstances
     * @return the choice
     * @throws FitException if none could be fitted
     */
    public static PurchaseModelChoice of(
            PurchaseSummaries book, List<? extends PurchaseFitter<? extends PurchaseModel>> fitters, Run run) {
        return choose(book, fitters, null, new int[0], run);
    }

    /**
     * Chooses by the error in a holdout.
     *
     * @param book the clients as seen until the holdout
     * @param fitters of the models to choose from, at least one
     * @param ahead how long the holdout is
     * @param purchases how many purchases each row's client made in it
     * @param run the circumstances
     * @return the choice
     * @throws FitException if none could be fitted
     * @throws IllegalArgumentException if there is not one number of purchases for each row
     */
    public static PurchaseModelChoice withHoldout(
            PurchaseSummaries book,
            List<? extends PurchaseFitter<? extends PurchaseModel>> fitters,
            Horizon ahead,
            int[] purchases,
            Run run) {
        requireNonNull(ahead, "ahead");
        if (purchases.length != book.size()) {
            throw new IllegalArgumentException(
                    "purchases must have " + book.size() + " rows, found " + purchases.length);
        }
        return choose(book, fitters, ahead, purchases, run);
    }

    private static PurchaseModelChoice choose(
            PurchaseSummaries book,
            List<? extends PurchaseFitter<? extends PurchaseModel>> fitters,
            @Nullable Horizon ahead,
            int[] purchases,
            Run run) {
        if (fitters.isEmpty()) {
            throw new IllegalArgumentException("fitters must not be empty");
        }
        List<Candidate> candidates = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        @Nullable FitException last = null;
        for (PurchaseFitter<? extends PurchaseModel> fitter : fitters) {
            try {
                PurchaseModel model = fitter.fit(book, run);
                candidates.add(new Candidate(
                        model,
                        diagnostic(model, "logLikelihood"),
                        diagnostic(model, "aic"),
                        diagnostic(model, "bic"),
                        ahead == null ? null : error(model, book, ahead, purchases, run)));
            } catch (FitException e) { // the others may do; it is told below
                last = e;
                refusals.add("A candidate could not be fitted: " + e.getMessage() + ".");
            }
        }
        if (candidates.isEmpty() && last != null) {
            throw last;
        }
        candidates.sort(Comparator.comparingDouble(c -> c.errorInHoldout().orElse(c.bic())));
        List<String> reasons = new ArrayList<>(reasons(candidates));
        reasons.addAll(refusals);
        return new PurchaseModelChoice(candidates, reasons);
    }

    private static double error(PurchaseModel model, PurchaseSummaries book, Horizon ahead, int[] purchases, Run run) {
        double[] expected = new double[book.size()];
        model.expectedPurchases(book, ahead, expected, run);
        double sum = 0;
        for (int row = 0; row < expected.length; row++) {
            sum += book.weight(row) * Math.abs(expected[row] - purchases[row]);
        }
        return sum / book.clients();
    }

    private static List<String> reasons(List<Candidate> candidates) {
        List<String> reasons = new ArrayList<>();
        Candidate best = candidates.get(0);
        for (Candidate other : candidates.subList(1, candidates.size())) {
            reasons.add(best.errorInHoldout()
                    .map(error -> text(
                            "%s is chosen before %s: its mean absolute error in the holdout is %.4f and not %.4f.",
                            best.type(),
                            other.type(),
                            error,
                            other.errorInHoldout().orElse(Double.NaN)))
                    .orElseGet(() -> text(
                            "%s is chosen before %s: its BIC is %.1f and not %.1f (log-likelihood %.2f and %.2f).",
                            best.type(),
                            other.type(),
                            best.bic(),
                            other.bic(),
                            best.logLikelihood(),
                            other.logLikelihood())));
        }
        leaving(candidates).ifPresent(reasons::add);
        for (String warning : best.model().info().warnings()) {
            reasons.add("Mind of " + best.type() + " that " + warning + ".");
        }
        return reasons;
    }

    /** Whether clients leave at all: NBD is the limit of BG/NBD where a is 0, an edge at which b means nothing. */
    private static Optional<String> leaving(List<Candidate> candidates) {
        Optional<Candidate> without = of(candidates, NbdModel.TYPE);
        Optional<Candidate> with = of(candidates, BgNbdModel.TYPE);
        if (without.isEmpty() || with.isEmpty()) {
            return Optional.empty();
        }
        double full = Math.max(with.get().logLikelihood(), without.get().logLikelihood());
        ChiBarSquareTest test = ChiBarSquareTest.likelihoodRatio(without.get().logLikelihood(), full, 1, 1);
        return Optional.of(text(
                "That nobody leaves (nbd) against bg-nbd: likelihood ratio %.2f, p = %.2g by an even mixture of"
                        + " chi-squared of 1 and 2 degrees of freedom, as a is at its edge; it errs on nbd's side, as b"
                        + " can't be told there.",
                test.statistic(), test.probability()));
    }

    private static Optional<Candidate> of(List<Candidate> candidates, String type) {
        return candidates.stream().filter(c -> c.type().equals(type)).findFirst();
    }

    private static double diagnostic(PurchaseModel model, String name) {
        Double value = model.info().diagnostics().get(name);
        if (value == null) {
            throw new IllegalArgumentException("a fitted model must have the diagnostic " + name);
        }
        return value;
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
