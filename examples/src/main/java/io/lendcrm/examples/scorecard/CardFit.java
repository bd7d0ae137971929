package io.lendcrm.examples.scorecard;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.proof.validation.CrossValidation;
import io.lendcrm.scoring.proof.validation.Folds;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.BinningModel;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.scorecard.ScorecardFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card, what it was fitted to, and its proof. Immutable and thread-safe.
 *
 * @param data what it was fitted to
 * @param card the card
 * @param binned the bins of all columns, those that aren't in the card too
 * @param scored the scores of the rows it was fitted to
 * @param crossValidation how well the same way of fitting does on rows that it hasn't seen; empty if there are no folds
 */
record CardFit(
        LabelledTable data,
        Scorecard card,
        BinningModel binned,
        ScoredOutcomes scored,
        Optional<CrossValidation> crossValidation) {

    private static final String DROPPED = " dropped: ";

    /** Fits a card to all rows, and to each fold's others one from scratch, bins and choice of columns included. */
    static CardFit of(LabelledTable data, BinningModel binned, ScorecardFitter fitter, @Nullable Folds folds, Run run) {
        Scorecard card = fitter.fit(data, run);
        ScoredOutcomes scored = ScoredOutcomes.ofGoodness(scores(card, data.features()), data.bad());
        return new CardFit(
                data,
                card,
                binned,
                scored,
                folds == null ? Optional.empty() : Optional.of(validate(data, fitter, folds, run)));
    }

    private static CrossValidation validate(LabelledTable data, ScorecardFitter fitter, Folds folds, Run run) {
        boolean[] bad = data.bad();
        int[] fold = {0};
        return folds.validate(
                bad,
                (fittedOn, heldOut) -> {
                    fold[0]++;
                    LabelledTable train = rows(data, fittedOn);
                    double[] risks;
                    try {
                        Scorecard card = fitter.fit(train, run);
                        risks = scores(card, rows(data, heldOut).features());
                    } catch (FitException e) {
                        throw new FitException(
                                Scorecard.TYPE,
                                "without the rows of fold " + fold[0] + ": " + e.getMessage(),
                                "fewer folds, or options that give a card there too");
                    }
                    for (int i = 0; i < risks.length; i++) {
                        risks[i] = -risks[i];
                    }
                    return risks;
                },
                run);
    }

    static double[] scores(Scorecard card, FeatureTable features) {
        BoundTable bound = card.schema().bind(features);
        double[] scores = new double[bound.rows()];
        card.score(bound, 0, scores.length, scores);
        return scores;
    }

    private static LabelledTable rows(LabelledTable data, int[] which) {
        FeatureTable features = data.features();
        double[][] columns = new double[features.schema().size()][which.length];
        boolean[] bad = new boolean[which.length];
        List<ClientId> clients = new ArrayList<>();
        for (int i = 0; i < which.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = features.value(which[i], c);
            }
            bad[i] = data.isBad(which[i]);
            clients.add(features.clients().get(which[i]));
        }
        return LabelledTable.of(FeatureTable.of(features.schema(), clients, columns), bad);
    }

    /** The same card, the points lost in some of its features told by reasons of their own. */
    CardFit withReasons(Map<String, ReasonCode> reasons) {
        Scorecard told = card;
        for (String name : card.schema().names()) {
            ReasonCode code = reasons.get(name);
            told = code == null ? told : told.withReason(name, code);
        }
        return new CardFit(data, told, binned, scored, crossValidation);
    }

    RocCurve curve() {
        return RocCurve.of(scored);
    }

    /** The columns that aren't in the card. */
    List<Binning> dropped() {
        List<String> kept = card.schema().names();
        return binned.variables().stream()
                .filter(variable -> !kept.contains(variable.name()))
                .toList();
    }

    /** Why a column isn't in the card. */
    String cause(Binning dropped) {
        String name = dropped.name();
        return binned.info().warnings().stream()
                .filter(text -> dropped.informationValue() == 0 && text.startsWith(name + " "))
                .map(text -> text.substring(name.length() + 1))
                .findFirst()
                .or(() -> card.info().warnings().stream()
                        .filter(text -> text.startsWith(name + DROPPED))
                        .map(text -> text.substring(name.length() + DROPPED.length()))
                        .findFirst())
                .orElse("");
    }

    /** What else there is to say of the fit. */
    List<String> warnings() {
        return card.info().warnings().stream()
                .filter(text -> !text.contains(DROPPED))
                .toList();
    }
}
