package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.proof.validation.CrossValidation;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.scorecard.ScorecardFitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Cross-validates the scorecard with its defaults: monotone exact binning, information value at least 0.02, wrong signs
 * dropped, no stepwise; on the many ratios of Polish companies at least 0.1 and correlations below 0.7. Everything is fitted
 * inside the fold.
 *
 * <p>{@code java -cp benchmarks.jar io.lendcrm.benchmarks.quality.ScorecardQuality DATA-FOLDER FOLDS-FOLDER [SET…]}
 */
public final class ScorecardQuality {

    private ScorecardQuality() {}

    /**
     * Prints a line a data set: areas under the curve of each fold, their mean and standard deviation, and the mean number of
     * characteristics.
     *
     * @param args the data folder, the folds folder, and the names of sets, all if none is given
     * @throws IOException if a file can't be read
     */
    public static void main(String[] args) throws IOException {
        List<String> wanted = List.of(args).subList(2, args.length);
        for (DataSet set : DataSet.values()) {
            if (wanted.isEmpty() || wanted.contains(set.title())) {
                print(set, Path.of(args[0]), Path.of(args[1]));
            }
        }
    }

    private static void print(DataSet set, Path data, Path folds) throws IOException {
        DataSet.Content content = set.read(data);
        ScorecardFitter fitter = set == DataSet.POLISH_5YEAR
                ? ScorecardFitter.defaults().withSelection(0.1, 0.7)
                : ScorecardFitter.defaults();
        int[] lines = {0};
        CrossValidation validation = set.folds(folds)
                .validate(
                        content.bad(),
                        (fittedOn, heldOut) -> {
                            DataSet.Content train = content.rows(fittedOn);
                            Scorecard card = fitter.fit(LabelledTable.of(train.features(), train.bad()));
                            lines[0] += card.characteristics().size();
                            double[] scores = new double[heldOut.length];
                            card.score(card.schema().bind(content.rows(heldOut).features()), 0, scores.length, scores);
                            for (int i = 0; i < scores.length; i++) {
                                scores[i] = -scores[i];
                            }
                            return scores;
                        },
                        Run.sequential());
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-14s mean %.4f sd %.4f lines %.1f folds",
                set.title(),
                validation.meanAuc(),
                validation.spread(),
                lines[0] / (double) validation.areas().size()));
        validation.areas().forEach(area -> line.append(String.format(Locale.ROOT, " %.4f", area.value())));
        System.out.println(line);
    }
}
