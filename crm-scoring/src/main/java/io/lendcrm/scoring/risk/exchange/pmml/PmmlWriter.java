package io.lendcrm.scoring.risk.exchange.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a card as a PMML 4.4 Scorecard. Each characteristic has its reason code (the feature's name if it has none of its
 * own) and its baseline, and an attribute for each bin, the first being that of missing values, the last that of unseen
 * levels; bins without a score have none; codes of single bins go to their attributes. {@link PmmlReader} makes of it a card with bit-equal scores and the same reasons.
 *
 * <p>The standard has no place for probabilities and for the counts that a card was fitted on: a scale and counts stay behind.
 * An engine adds in another order, so that with points that aren't whole the last bits may differ there. Stateless and
 * thread-safe.
 */
public final class PmmlWriter {

    static final String EXTENDER = "lendcrm";

    private final Scorecard card;
    private final XmlText out = new XmlText();
    private final List<String> reasons;

    private PmmlWriter(Scorecard card) {
        this.card = requireNonNull(card, "card");
        this.reasons = reasonCodes(card);
    }

    /**
     * Writes a card.
     *
     * @param card the card
     * @return the file, UTF-8
     * @throws IllegalArgumentException if a level holds a character that XML can't hold, or a characteristic has no points in
     *     any bin
     */
    public static byte[] write(Scorecard card) {
        return new PmmlWriter(card).write().getBytes(UTF_8);
    }

    /** The code of each characteristic; those without one of their own get one that no other has. */
    static List<String> reasonCodes(Scorecard card) {
        Set<String> own = new HashSet<>();
        card.characteristics()
                .forEach(line -> line.reason().map(ReasonCode::value).ifPresent(own::add));
        List<String> codes = new ArrayList<>();
        for (Characteristic line : card.characteristics()) {
            String code = line.name();
            while (line.reason().isEmpty() && own.contains(code)) {
                code += "_";
            }
            codes.add(line.reason().map(ReasonCode::value).orElse(code));
        }
        return codes;
    }

    private String write() {
        out.open("PMML", "xmlns", "http://www.dmg.org/PMML-4_4", "version", "4.4");
        out.open("Header")
                .empty("Application", "name", "LendCRM", "version", card.info().libraryVersion())
                .close();
        out.open("DataDictionary");
        card.schema().features().forEach(this::field);
        String score = score();
        out.empty("DataField", "name", score, "optype", "continuous", "dataType", "double")
                .close();
        out.open(
                "Scorecard",
                "functionName",
                "regression",
                "initialScore",
                card.base(),
                "useReasonCodes",
                true,
                "reasonCodeAlgorithm",
                card.reasonRule().pointsAreRisk() ? "pointsAbove" : "pointsBelow");
        out.open("MiningSchema");
        for (Feature feature : card.schema().features()) {
            out.empty("MiningField", "name", feature.name(), "invalidValueTreatment", "asIs");
        }
        out.empty("MiningField", "name", score, "usageType", "target").close();
        output();
        out.open("Characteristics");
        double[] baselines = card.baselines();
        for (int i = 0; i < baselines.length; i++) {
            Characteristic line = card.characteristics().get(i);
            String name = line.name();
            out.open("Characteristic", "name", name, "reasonCode", reasons.get(i), "baselineScore", baselines[i]);
            attributes(line);
            out.close();
        }
        return out.close().close().close().toString();
    }

    /** A name for the score that no feature has. */
    private String score() {
        String name = "score";
        while (card.schema().find(name).isPresent()) {
            name += "_";
        }
        return name;
    }

    private void field(Feature feature) {
        boolean levels = feature.type().hasLevels();
        String optype = feature.type() == FeatureType.ORDINAL ? "ordinal" : levels ? "categorical" : "continuous";
        out.open("DataField", "name", feature.name(), "optype", optype, "dataType", levels ? "string" : "double");
        if (!feature.unit().isEmpty()) {
            out.empty("Extension", "extender", EXTENDER, "name", "unit", "value", feature.unit());
        }
        if (feature.type() == FeatureType.BINARY) {
            out.empty("Extension", "extender", EXTENDER, "name", "type", "value", "BINARY");
        }
        feature.levels().forEach(level -> out.empty("Value", "value", level));
        out.close();
    }

    private void output() {
        out.open("Output");
        out.empty(
                "OutputField",
                "name",
                "final_score",
                "optype",
                "continuous",
                "dataType",
                "double",
                "feature",
                "predictedValue");
        for (int rank = 1; rank <= Math.min(4, card.characteristics().size()); rank++) {
            out.empty(
                    "OutputField",
                    "name",
                    "reason_" + rank,
                    "optype",
                    "categorical",
                    "dataType",
                    "string",
                    "feature",
                    "reasonCode",
                    "rank",
                    rank);
        }
        out.close();
    }

    private void attributes(Characteristic line) {
        String field = line.name();
        Bins bins = line.bins();
        if (Arrays.stream(line.points()).allMatch(Double::isNaN)) {
            throw new IllegalArgumentException(field + " must have points in a bin, found none");
        }
        if (attribute(line, bins.missingBin())) {
            out.empty("SimplePredicate", "field", field, "operator", "isMissing")
                    .close();
        }
        if (bins.feature().type().hasLevels()) {
            for (int bin = 0; bin < bins.ordinary(); bin++) {
                List<String> levels = bins.levels(bin);
                if (!levels.isEmpty() && attribute(line, bin)) {
                    group(field, levels);
                    out.close();
                }
            }
            unseen(line);
        } else {
            numbers(line);
        }
    }

    /** Levels of no group are unseen too; where groups without a score are left out, others are named one by one. */
    private void unseen(Characteristic line) {
        Bins bins = line.bins();
        Set<String> refused = new TreeSet<>();
        for (int bin = 0; bin < bins.ordinary(); bin++) {
            if (Double.isNaN(line.points(bin))) {
                refused.addAll(bins.levels(bin));
            }
        }
        if (!attribute(line, bins.unseenBin())) {
            return;
        }
        if (refused.isEmpty()) {
            out.empty("SimplePredicate", "field", line.name(), "operator", "isNotMissing");
        } else {
            out.open("CompoundPredicate", "booleanOperator", "and");
            out.empty("SimplePredicate", "field", line.name(), "operator", "isNotMissing");
            refused.forEach(level ->
                    out.empty("SimplePredicate", "field", line.name(), "operator", "notEqual", "value", level));
            out.close();
        }
        out.close();
    }

    private void numbers(Characteristic line) {
        Bins bins = line.bins();
        double[] specials = bins.specials();
        double[] cuts = bins.cuts();
        List<Double> refused = new ArrayList<>();
        for (int i = 0; i < specials.length; i++) {
            if (attribute(line, bins.bin(specials[i]))) {
                compare(line.name(), "equal", specials[i]);
                out.close();
            } else {
                refused.add(specials[i]);
            }
        }
        for (int bin = 0; bin < bins.ordinary(); bin++) {
            if (!attribute(line, bin)) {
                continue;
            }
            boolean compound = !refused.isEmpty() || bin > 0 && bin < cuts.length;
            if (compound) {
                out.open("CompoundPredicate", "booleanOperator", "and");
            }
            if (bin > 0) {
                compare(line.name(), "greaterOrEqual", cuts[bin - 1]);
            }
            if (bin < cuts.length) {
                compare(line.name(), "lessThan", cuts[bin]);
            }
            if (cuts.length == 0) {
                out.empty("SimplePredicate", "field", line.name(), "operator", "isNotMissing");
            }
            refused.forEach(special -> compare(line.name(), "notEqual", special));
            if (compound) {
                out.close();
            }
            out.close();
        }
    }

    private void compare(String field, String operator, double value) {
        out.empty("SimplePredicate", "field", field, "operator", operator, "value", value);
    }

    private boolean attribute(Characteristic line, int bin) {
        double points = line.points(bin);
        if (Double.isNaN(points)) {
            return false;
        }
        String code = line.codes().isEmpty() ? "" : line.codes().get(bin);
        if (code.isEmpty()) {
            out.open("Attribute", "partialScore", points);
        } else {
            out.open("Attribute", "partialScore", points, "reasonCode", code);
        }
        return true;
    }

    private void group(String field, List<String> levels) {
        if (levels.stream().allMatch(PmmlArray::canHold)) {
            out.open("SimpleSetPredicate", "field", field, "booleanOperator", "isIn");
            String array =
                    String.join(" ", levels.stream().map(PmmlArray::quoted).toList());
            out.text("Array", array, "type", "string", "n", levels.size()).close();
            return;
        }
        boolean many = levels.size() > 1;
        if (many) {
            out.open("CompoundPredicate", "booleanOperator", "or");
        }
        levels.forEach(level -> out.empty("SimplePredicate", "field", field, "operator", "equal", "value", level));
        if (many) {
            out.close();
        }
    }
}
