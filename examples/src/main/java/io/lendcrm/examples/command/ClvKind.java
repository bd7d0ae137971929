package io.lendcrm.examples.command;

import static io.lendcrm.core.time.CalendarUnit.YEAR;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.value.contract.BdwFitter;
import io.lendcrm.scoring.value.purchase.BgBbFitter;
import io.lendcrm.scoring.value.purchase.BgBbModel;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.purchase.MbgNbdFitter;
import io.lendcrm.scoring.value.purchase.MbgNbdModel;
import io.lendcrm.scoring.value.purchase.NbdFitter;
import io.lendcrm.scoring.value.purchase.NbdModel;
import io.lendcrm.scoring.value.purchase.ParetoNbdFitter;
import io.lendcrm.scoring.value.purchase.ParetoNbdModel;
import io.lendcrm.scoring.value.purchase.PurchaseBootstrap;
import io.lendcrm.scoring.value.purchase.PurchaseFitter;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import io.lendcrm.scoring.value.purchase.PurchaseModelChoice;
import io.lendcrm.scoring.value.purchase.PurchaseSimulator;
import io.lendcrm.scoring.value.spend.GammaGammaFitter;
import io.lendcrm.scoring.value.spend.NormalSpendFitter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The models of client value that the commands know, each told in one place: what it reads, how it is fitted, and of
 * models of purchases how one is made of parameters. Those have the year for their unit, whatever the parameters' is.
 */
@SuppressWarnings("ImmutableEnumChecker") // what its functions hold doesn't change
public enum ClvKind {
    /** The one of the models of purchases that suits the rows best. */
    AUTO(ClvReads.TIMES, ClvKind::chosen),
    /** How often; nobody ever leaves. */
    NBD(
            ClvReads.TIMES,
            purchases(NbdFitter.defaults()),
            List.of("r", "alpha"),
            p -> NbdModel.of(YEAR, p[0], p[1]),
            redrawn(NbdModel.class, NbdFitter.defaults())),
    /** Whether and how often; clients leave at any time. */
    PARETO_NBD(
            ClvReads.TIMES,
            purchases(ParetoNbdFitter.defaults()),
            List.of("r", "alpha", "s", "beta"),
            p -> ParetoNbdModel.of(YEAR, p[0], p[1], p[2], p[3]),
            redrawn(ParetoNbdModel.class, ParetoNbdFitter.defaults())),
    /** Whether and how often; who never came back is active. */
    BG_NBD(
            ClvReads.TIMES,
            purchases(BgNbdFitter.defaults()),
            List.of("r", "alpha", "a", "b"),
            p -> BgNbdModel.of(YEAR, p[0], p[1], p[2], p[3]),
            redrawn(BgNbdModel.class, BgNbdFitter.defaults())),
    /** Whether and how often; who never came back may have left. */
    MBG_NBD(
            ClvReads.TIMES,
            purchases(MbgNbdFitter.defaults()),
            List.of("r", "alpha", "a", "b"),
            p -> MbgNbdModel.of(YEAR, p[0], p[1], p[2], p[3]),
            redrawn(MbgNbdModel.class, MbgNbdFitter.defaults())),
    /** Whether and at which opportunities, one purchase at each at most. */
    BG_BB(
            ClvReads.OPPORTUNITIES,
            purchases(BgBbFitter.defaults()),
            List.of("alpha", "beta", "gamma", "delta"),
            p -> BgBbModel.of(YEAR, p[0], p[1], p[2], p[3])),
    /** How much, amounts above 0. */
    GAMMA_GAMMA(ClvReads.AMOUNTS, in -> ClvFit.of(GammaGammaFitter.defaults().fit(in.repeaters(), in.run()))),
    /** How much, losses among the amounts. */
    NORMAL_SPEND(
            ClvReads.NET_AMOUNTS, in -> ClvFit.of(NormalSpendFitter.defaults().fit(in.repeaters(), in.run()))),
    /** For how long under contract, readiness to leave as it was at the start. */
    SBG(
            ClvReads.COHORT,
            in -> ClvFit.of(BdwFitter.shiftedBetaGeometric().fit(in.tenures(), in.run()))
                    .called("sbg")
                    .without("c")),
    /** For how long under contract, readiness to leave growing or falling. */
    BDW(ClvReads.COHORT, in -> ClvFit.of(BdwFitter.defaults().fit(in.tenures(), in.run())));

    /** Draws books from a model, of as many clients as this one, and fits them. */
    @FunctionalInterface
    interface Redrawing {
        PurchaseBootstrap of(PurchaseModel model, PurchaseSummaries book, int replicates, long seed, Run run);
    }

    private final ClvReads reads;
    private final Function<ClvInput, ClvFit> fit;
    private final List<String> parameters;
    private final Function<double[], PurchaseModel> purchases;
    private final @Nullable Redrawing redrawing;

    ClvKind(ClvReads reads, Function<ClvInput, ClvFit> fit) {
        this(reads, fit, List.of(), p -> {
            throw new IllegalStateException("no model of purchases");
        });
    }

    ClvKind(
            ClvReads reads,
            Function<ClvInput, ClvFit> fit,
            List<String> parameters,
            Function<double[], PurchaseModel> purchases) {
        this(reads, fit, parameters, purchases, null);
    }

    ClvKind(
            ClvReads reads,
            Function<ClvInput, ClvFit> fit,
            List<String> parameters,
            Function<double[], PurchaseModel> purchases,
            @Nullable Redrawing redrawing) {
        this.reads = reads;
        this.fit = fit;
        this.parameters = parameters;
        this.purchases = purchases;
        this.redrawing = redrawing;
    }

    ClvReads reads() {
        return reads;
    }

    /** {@return the name that users type} */
    String word() {
        return Choice.word(this);
    }

    /** {@return the names of all that are models of purchases with parameters} */
    static List<String> ofPurchases() {
        return words(kind -> !kind.parameters.isEmpty());
    }

    /** {@return the names of all from which books can be drawn} */
    static List<String> ofBootstraps() {
        return words(kind -> kind.redrawing != null);
    }

    /** How books are drawn from a model and fitted, if they can. */
    static Optional<Redrawing> redrawing(PurchaseModel model) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(model.info().type()))
                .findFirst()
                .map(kind -> kind.redrawing);
    }

    ClvFit fit(ClvInput input) {
        return fit.apply(input);
    }

    /** {@return the names of the parameters of a model of purchases} */
    List<String> parameters() {
        return parameters;
    }

    /** A model of purchases by its parameters. */
    PurchaseModel purchases(Map<String, Double> values) {
        return purchases.apply(parameters.stream()
                .mapToDouble(name -> values.getOrDefault(name, Double.NaN))
                .toArray());
    }

    private static List<String> words(Predicate<ClvKind> wanted) {
        return Arrays.stream(values()).filter(wanted).map(ClvKind::word).toList();
    }

    private static Function<ClvInput, ClvFit> purchases(Fitter<PurchaseSummaries, ? extends PurchaseModel> fitter) {
        return in -> ClvFit.of(fitter.fit(in.book(), in.run()));
    }

    private static ClvFit chosen(ClvInput in) {
        PurchaseModelChoice choice = PurchaseModelChoice.of(
                in.book(),
                List.of(
                        NbdFitter.defaults(),
                        ParetoNbdFitter.defaults(),
                        BgNbdFitter.defaults(),
                        MbgNbdFitter.defaults()),
                in.run());
        return ClvFit.of(choice.best()).because(choice.reasons());
    }

    private static <M extends PurchaseModel & PurchaseSimulator> Redrawing redrawn(
            Class<M> type, PurchaseFitter<M> fitter) {
        return (model, book, replicates, seed, run) ->
                PurchaseBootstrap.of(type.cast(model), fitter, book, replicates, seed, run);
    }
}
