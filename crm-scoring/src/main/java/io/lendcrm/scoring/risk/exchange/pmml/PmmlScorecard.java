package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.ReasonRule;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a card of a Scorecard element. A characteristic's attributes are tried on every part of its field's values on which
 * they don't change, and on the missing and the unseen: the first that is true gives the points, none no score.
 */
final class PmmlScorecard {

    /** Of (parts × predicates) in a characteristic. */
    private static final long MOST_WORK = 50_000_000;

    private record Attribute(PmmlPredicate predicate, double points, String reason) {}

    /** Where no attribute is true, or the value is refused. */
    private static final int NONE = -1;

    private final XmlElement model;
    private final PmmlFields fields;
    private final boolean reasons;
    private final boolean baselinesGiven;
    private final FieldNames codes = FieldNames.ofReasons();
    private final Map<String, ReasonCode> codeOf = new HashMap<>();
    private final Map<String, XmlElement> lineOf = new HashMap<>();
    private final List<Characteristic> lines = new ArrayList<>();
    private final List<String> origins = new ArrayList<>();
    private double base;

    private PmmlScorecard(XmlElement root, XmlElement model) {
        this.model = model;
        this.fields = PmmlFields.of(root, model);
        this.reasons = model.flag("useReasonCodes", true);
        this.base = model.number("initialScore", 0);
        this.baselinesGiven = reasons
                || model.has("baselineScore")
                || model.the("Characteristics").all("Characteristic").stream().allMatch(c -> c.has("baselineScore"));
    }

    static PmmlModel.Card read(XmlElement root, XmlElement model) {
        model.allowOnly(
                "Extension",
                "MiningSchema",
                "Output",
                "ModelStats",
                "ModelExplanation",
                "Targets",
                "LocalTransformations",
                "Characteristics",
                "ModelVerification");
        model.choice("functionName", "", Set.of("regression"));
        PmmlTarget.refuseRescaling(model);
        PmmlScorecard card = new PmmlScorecard(root, model);
        XmlElement characteristics = model.the("Characteristics");
        characteristics.allowOnly("Extension", "Characteristic");
        characteristics.all("Characteristic").forEach(card::add);
        return card.build();
    }

    private PmmlModel.Card build() {
        if (lines.isEmpty()) {
            throw model.fault("expected a characteristic with a field");
        }
        boolean risk = model.choice("reasonCodeAlgorithm", "pointsBelow", Set.of("pointsBelow", "pointsAbove"))
                .equals("pointsabove");
        ReasonRule rule = baselinesGiven ? ReasonRule.of(ReasonRule.Baseline.NEUTRAL) : ReasonRule.defaults();
        Scorecard card = Scorecard.of(base, lines).withReasons(risk ? rule.ofRisk() : rule);
        return new PmmlModel.Card(card, origins);
    }

    private void add(XmlElement place) {
        place.allowOnly("Extension", "Attribute");
        List<Attribute> attributes = new ArrayList<>();
        Set<PmmlInput> inputs = new LinkedHashSet<>();
        for (XmlElement each : place.all("Attribute")) {
            attributes.add(attribute(place, each));
            inputs.addAll(attributes.get(attributes.size() - 1).predicate.inputs());
        }
        double baseline = baselinesGiven ? baseline(place) : 0;
        if (inputs.isEmpty()) {
            addConstant(place, attributes, baseline);
            return;
        }
        if (inputs.size() > 1) {
            throw place.fault("a characteristic must ask of one field, found "
                    + inputs.stream().map(PmmlInput::origin).toList());
        }
        PmmlInput input = inputs.iterator().next();
        String origin = input.origin();
        XmlElement before = lineOf.put(origin, place);
        if (before != null) {
            throw place.fault("each field must have one characteristic, found two of \"" + origin + "\"");
        }
        Characteristic line = input.isText() ? levels(place, input, attributes) : numbers(place, input, attributes);
        line = line.withNeutral(baseline);
        Optional<String> own = line.codes().stream().filter(r -> !r.isEmpty()).findFirst();
        if (own.isPresent()) {
            line = line.withReason(codeOf.computeIfAbsent(
                    place.text("reasonCode", own.get()), text -> ReasonCode.of(codes.name(text))));
        }
        lines.add(line);
        origins.add(origin);
    }

    private Attribute attribute(XmlElement characteristic, XmlElement place) {
        place.allowOnly("Extension", "True", "False", "SimplePredicate", "SimpleSetPredicate", "CompoundPredicate");
        PmmlPredicate predicate = PmmlPredicate.within(place, fields::input);
        double points = place.number("partialScore");
        String reason = place.text("reasonCode", characteristic.text("reasonCode", ""));
        if (reasons && reason.isEmpty()) {
            throw place.fault("expected a reasonCode here or in the characteristic, since useReasonCodes is true");
        }
        return new Attribute(predicate, points, reason);
    }

    private double baseline(XmlElement place) {
        if (!place.has("baselineScore") && !model.has("baselineScore")) {
            throw place.fault("expected a baselineScore here or in the Scorecard, since useReasonCodes is true");
        }
        return place.has("baselineScore") ? place.number("baselineScore") : model.number("baselineScore");
    }

    /** A characteristic of no field gives everyone the same points; they join the base unless they would be a reason. */
    private void addConstant(XmlElement place, List<Attribute> attributes, double baseline) {
        Attribute always = attributes.stream()
                .filter(attribute -> attribute.predicate.test(Cell.MISSING) == PmmlPredicate.Truth.YES)
                .findFirst()
                .orElseThrow(() -> place.fault("expected an attribute that can be true"));
        if (reasons && baseline != always.points) {
            throw place.fault("a characteristic of no field must have its points " + always.points
                    + " as baseline, found " + baseline);
        }
        base += always.points;
    }

    private static int first(PmmlInput input, List<Attribute> attributes, Cell raw) {
        Cell seen = input.seen(raw);
        if (!seen.isInvalid()) {
            for (int i = 0; i < attributes.size(); i++) {
                if (attributes.get(i).predicate.test(seen) == PmmlPredicate.Truth.YES) {
                    return i;
                }
            }
        }
        return NONE;
    }

    private static Set<Cell> thresholds(List<Attribute> attributes) {
        Set<Cell> all = new LinkedHashSet<>();
        attributes.forEach(attribute -> all.addAll(attribute.predicate.thresholds()));
        return all;
    }

    private Characteristic numbers(XmlElement place, PmmlInput input, List<Attribute> attributes) {
        double[] parts = input.parts(thresholds(attributes));
        requireLittleWork(place, input.field().work() * parts.length, attributes);
        List<Integer> chosen = new ArrayList<>();
        List<Double> cuts = new ArrayList<>();
        for (double part : parts) {
            int now = first(input, attributes, Cell.of(part));
            if (chosen.isEmpty() || chosen.get(chosen.size() - 1) != now) {
                if (!chosen.isEmpty()) {
                    cuts.add(part);
                }
                chosen.add(now);
            }
        }
        chosen.add(first(input, attributes, Cell.MISSING));
        Feature feature = input.field().feature(fields.featureName(input.field()), Set.of());
        return line(
                Bins.numeric(
                        feature, cuts.stream().mapToDouble(Double::doubleValue).toArray()),
                attributes,
                chosen);
    }

    private Characteristic levels(XmlElement place, PmmlInput input, List<Attribute> attributes) {
        Set<String> texts = new LinkedHashSet<>();
        for (Cell cell : thresholds(attributes)) {
            if (cell.text() != null) {
                texts.add(cell.text());
            }
        }
        Feature feature = input.field().feature(fields.featureName(input.field()), texts);
        requireLittleWork(place, feature.levels().size(), attributes);
        Map<Integer, List<String>> groups = new LinkedHashMap<>();
        for (String level : feature.levels()) {
            groups.computeIfAbsent(first(input, attributes, Cell.of(level)), at -> new ArrayList<>())
                    .add(level);
        }
        List<Integer> chosen = new ArrayList<>(groups.keySet());
        chosen.add(first(input, attributes, Cell.MISSING));
        chosen.add(first(input, attributes, Cell.OTHER));
        return line(Bins.levels(feature, List.copyOf(groups.values())), attributes, chosen);
    }

    private static void requireLittleWork(XmlElement place, long parts, List<Attribute> attributes) {
        long size = attributes.stream().mapToLong(a -> a.predicate.size()).sum();
        if (size * parts > MOST_WORK) {
            throw place.fault("expected at most " + MOST_WORK + " pairs of value and predicate, found " + size * parts);
        }
    }

    private Characteristic line(Bins bins, List<Attribute> attributes, List<Integer> chosen) {
        double[] points = new double[chosen.size()];
        String[] reason = new String[points.length];
        for (int bin = 0; bin < points.length; bin++) {
            int at = chosen.get(bin);
            points[bin] = at == NONE ? Double.NaN : attributes.get(at).points;
            reason[bin] = at == NONE ? "" : attributes.get(at).reason;
        }
        double[] scored = Arrays.stream(points)
                .map(worth -> Double.isNaN(worth) ? 0 : worth)
                .toArray();
        Characteristic line = Characteristic.of(bins, scored);
        if (Arrays.stream(reason).anyMatch(code -> !code.isEmpty())) {
            line = line.withCodes(List.of(reason));
        }
        for (int bin = 0; bin < points.length; bin++) {
            line = Double.isNaN(points[bin]) ? line.withoutScore(bin) : line;
        }
        return line;
    }
}
