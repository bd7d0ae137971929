package io.lendcrm.examples.scorecard;

import io.lendcrm.examples.report.CardReport;
import io.lendcrm.examples.report.Text;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.Calibration;
import io.lendcrm.scoring.proof.validation.CrossValidation;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.BinRow;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.PointsScale;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fitted card as its page shows it. */
final class CardPictures {

    private static final int CUTS = 150;
    private static final int GROUPS = 10;
    private static final double CONFIDENCE = 0.95;

    private CardPictures() {}

    /** The report of a card that was fitted to a file. */
    static CardReport of(CardFit fit, String file, String target) {
        Scorecard card = fit.card();
        PointsScale scale = card.scale().orElseThrow();
        CardReport.Title title = new CardReport.Title(
                Text.same(file),
                card.info().fittedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                fit.scored().size(),
                fit.scored().bads(),
                target,
                card.base(),
                scale.points(),
                scale.odds(),
                scale.pdo());
        return new CardReport(
                title,
                proof(fit),
                card.characteristics().stream().map(line -> variable(fit, line)).toList(),
                fit.dropped().stream().map(each -> dropped(fit, each)).toList());
    }

    private static CardReport.Proof proof(CardFit fit) {
        RocCurve curve = fit.curve();
        Auc auc = curve.auc();
        List<CardReport.Cut> cuts = new ArrayList<>();
        cuts.add(new CardReport.Cut(-curve.score(curve.steps() - 1), 0, 0));
        for (int step : steps(curve.steps())) {
            cuts.add(new CardReport.Cut(-curve.score(step), curve.goodShareFrom(step), curve.badShareFrom(step)));
        }
        Calibration calibration = Calibration.of(
                ScoredOutcomes.ofRisk(probabilities(fit), fit.data().bad()), GROUPS);
        return new CardReport.Proof(
                auc.value(),
                finite(auc.lower(CONFIDENCE)),
                finite(auc.upper(CONFIDENCE)),
                auc.gini(),
                curve.ks(),
                -curve.ksScore(),
                curve.hMeasure(),
                calibration.brier(),
                fit.crossValidation()
                        .map(cross -> cross.areas().stream().map(Auc::value).toList())
                        .orElse(List.of()),
                fit.crossValidation().map(CrossValidation::meanAuc).orElse(null),
                cuts,
                cuts.subList(1, cuts.size()),
                calibration.groups().stream().map(CardPictures::group).toList());
    }

    /** Of so many steps some, from the riskiest down to the first. */
    private static int[] steps(int all) {
        int shown = Math.min(all, CUTS);
        int[] steps = new int[shown];
        for (int i = 0; i < shown; i++) {
            steps[i] = shown == 1 ? 0 : (int) Math.round((double) (all - 1) * (shown - 1 - i) / (shown - 1));
        }
        return Arrays.stream(steps).distinct().toArray();
    }

    private static double[] probabilities(CardFit fit) {
        double[] probabilities = new double[fit.scored().size()];
        Arrays.setAll(probabilities, row -> fit.card().probability(-fit.scored().score(row)));
        return probabilities;
    }

    private static CardReport.Group group(Calibration.Group group) {
        Interval interval = group.interval(CONFIDENCE);
        return new CardReport.Group(
                group.size(), group.probability(), group.badRate(), interval.lower(), interval.upper());
    }

    private static CardReport.Variable variable(CardFit fit, Characteristic line) {
        Binning binning = fit.binned().variable(line.name());
        List<CardReport.Bin> bins = new ArrayList<>();
        List<BinRow> table = binning.table();
        for (int bin = 0; bin < table.size(); bin++) {
            BinRow row = table.get(bin);
            bins.add(new CardReport.Bin(
                    label(row.label()), Math.round(row.count()), Math.round(row.bad()), row.woe(), line.points(bin)));
        }
        return new CardReport.Variable(
                FeatureColumns.columnName(line.bins().feature()), binning.informationValue(), trend(binning), bins);
    }

    private static Text label(String label) {
        return switch (label) {
            case "missing" -> Text.of("missing", "缺失");
            case "unseen" -> Text.of("unseen", "未见取值");
            default -> Text.same(label);
        };
    }

    private static Text trend(Binning binning) {
        if (binning.bins().feature().type().hasLevels()) {
            return Text.of("categories by bad rate", "类别按坏账率排序");
        }
        String trend = CardDocument.trend(binning);
        return switch (trend) {
            case "ascending" -> Text.of("bad rates ascend", "坏账率递增");
            case "descending" -> Text.of("bad rates descend", "坏账率递减");
            case "peak" -> Text.of("bad rates peak", "坏账率先升后降");
            case "valley" -> Text.of("bad rates dip", "坏账率先降后升");
            case "convex" -> Text.of("bad rates are convex", "坏账率呈凸形");
            case "concave" -> Text.of("bad rates are concave", "坏账率呈凹形");
            default -> Text.of("no trend asked", "不要求趋势");
        };
    }

    private static CardReport.Dropped dropped(CardFit fit, Binning binning) {
        return new CardReport.Dropped(
                FeatureColumns.columnName(binning.bins().feature()),
                binning.informationValue(),
                DropCause.text(fit.cause(binning)));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
