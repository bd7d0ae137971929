package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.feature.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a PMML file may hold, and what becomes of a value before a predicate sees it: the DataField (type, valid,
 * invalid and missing values, intervals) and the MiningField (missing, invalid, outlying values) as one.
 */
final class PmmlField {

    enum Type {
        NUMBER,
        FLOAT,
        TEXT
    }

    private record Span(double left, double right, boolean leftIn, boolean rightIn) {
        boolean holds(double x) {
            boolean above = left == Double.NEGATIVE_INFINITY || (leftIn ? x >= left : x > left);
            boolean below = right == Double.POSITIVE_INFINITY || (rightIn ? x <= right : x < right);
            return above && below;
        }
    }

    private enum Invalid {
        REFUSED,
        AS_IS,
        AS_MISSING,
        AS_VALUE
    }

    private enum Outlier {
        AS_IS,
        AS_MISSING,
        AS_EXTREME
    }

    private final XmlElement data;
    private final Type type;
    private final boolean ordinal;
    private final LinkedHashSet<Cell> valid = new LinkedHashSet<>();
    private final Set<Cell> invalid = new HashSet<>();
    private final Set<Cell> missing = new HashSet<>();
    private final List<Span> spans = new ArrayList<>();
    private final Cell missingAs;
    private final Invalid whenInvalid;
    private final Cell invalidAs;
    private final Outlier outliers;
    private final double low;
    private final double high;
    private @Nullable List<Double> edges;

    PmmlField(XmlElement data, @Nullable XmlElement mining) {
        this.data = data;
        data.allowOnly("Extension", "Value", "Interval");
        data.refuse("taxonomy");
        if (data.flag("isCyclic", false)) {
            throw data.fault("cyclic fields are not supported");
        }
        String optype = data.choice("optype", "continuous", Set.of("continuous", "categorical", "ordinal"));
        this.type = switch (data.text("dataType")) {
            case "double", "integer" -> Type.NUMBER;
            case "float" -> Type.FLOAT;
            case "string", "boolean" -> Type.TEXT;
            default ->
                throw data.fault("dataType must be one of [boolean, double, float, integer, string], found \""
                        + XmlElement.clipped(data.text("dataType")) + "\"");
        };
        if (type == Type.TEXT && optype.equals("continuous")) {
            throw data.fault("a continuous field must be of numbers, found dataType " + data.text("dataType"));
        }
        this.ordinal = optype.equals("ordinal");
        for (XmlElement value : data.all("Value")) {
            Set<Cell> those = switch (value.choice("property", "valid", Set.of("valid", "invalid", "missing"))) {
                case "missing" -> missing;
                case "invalid" -> invalid;
                default -> valid;
            };
            if (!those.add(cell(value, "value", value.text("value")))) {
                throw value.fault("expected each value once");
            }
        }
        for (XmlElement span : data.all("Interval")) {
            spans.add(span(span));
        }
        XmlElement treated = mining == null ? new XmlElement("MiningField", 0, null, java.util.Map.of()) : mining;
        treated.allowOnly("Extension");
        boolean refusesMissing = treated.choice(
                        "missingValueTreatment",
                        "asIs",
                        Set.of("asIs", "asMean", "asMode", "asMedian", "asValue", "returnInvalid"))
                .equals("returninvalid");
        this.missingAs = refusesMissing
                ? Cell.INVALID
                : treated.find("missingValueReplacement")
                        .map(text -> cell(treated, "missingValueReplacement", text))
                        .orElse(Cell.MISSING);
        this.whenInvalid = switch (treated.choice(
                "invalidValueTreatment", "returnInvalid", Set.of("returnInvalid", "asIs", "asMissing", "asValue"))) {
            case "asis" -> Invalid.AS_IS;
            case "asmissing" -> Invalid.AS_MISSING;
            case "asvalue" -> Invalid.AS_VALUE;
            default -> Invalid.REFUSED;
        };
        if (whenInvalid != Invalid.AS_VALUE) {
            treated.refuse("invalidValueReplacement");
        }
        this.invalidAs = whenInvalid == Invalid.AS_VALUE
                ? cell(treated, "invalidValueReplacement", treated.text("invalidValueReplacement"))
                : Cell.INVALID;
        this.outliers =
                switch (treated.choice("outliers", "asIs", Set.of("asIs", "asMissingValues", "asExtremeValues"))) {
                    case "asmissingvalues" -> Outlier.AS_MISSING;
                    case "asextremevalues" -> Outlier.AS_EXTREME;
                    default -> Outlier.AS_IS;
                };
        if (outliers != Outlier.AS_IS && type == Type.TEXT) {
            throw treated.fault("outliers must be of a field of numbers");
        }
        this.low = treated.number("lowValue", Double.NEGATIVE_INFINITY);
        this.high = treated.number("highValue", Double.POSITIVE_INFINITY);
        if (low > high) {
            throw treated.fault("lowValue must be at most highValue, found " + low + " and " + high);
        }
    }

    private Span span(XmlElement element) {
        if (type == Type.TEXT) {
            throw element.fault("expected an interval of a field of numbers");
        }
        double left = element.number("leftMargin", Double.NEGATIVE_INFINITY);
        double right = element.number("rightMargin", Double.POSITIVE_INFINITY);
        if (left > right) {
            throw element.fault("leftMargin must be at most rightMargin, found " + left + " and " + right);
        }
        element.text("closure");
        String closure = element.choice("closure", "", Set.of("openOpen", "openClosed", "closedOpen", "closedClosed"));
        return new Span(left, right, closure.startsWith("closed"), closure.endsWith("closed"));
    }

    /** A value that the file writes as text, as the field's type holds it. */
    Cell cell(XmlElement place, String attribute, String text) {
        if (type == Type.TEXT) {
            return Cell.of(text);
        }
        double number = place.number(attribute, text);
        return Cell.of(type == Type.FLOAT ? (double) (float) number : number);
    }

    String origin() {
        return data.text("name");
    }

    Type type() {
        return type;
    }

    /** The texts that are declared valid, then more that the model speaks of; none for numbers. */
    List<String> levels(Set<String> more) {
        Set<String> levels = new LinkedHashSet<>();
        for (Cell cell : valid) {
            if (cell.text() != null) {
                levels.add(cell.text());
            }
        }
        levels.addAll(more);
        for (Set<Cell> those : List.of(invalid, missing)) {
            for (Cell cell : those) {
                if (cell.text() != null) {
                    levels.add(cell.text());
                }
            }
        }
        return List.copyOf(levels);
    }

    /** The feature that carries the field; its unit and kind come back from files that this library wrote. */
    Feature feature(String name, Set<String> more) {
        if (type == Type.TEXT) {
            List<String> levels = levels(more);
            List<String> some = levels.isEmpty() ? List.of("") : levels;
            return ordinal ? Feature.ordinal(name, some) : Feature.nominal(name, some);
        }
        return own("type").equals("BINARY") ? Feature.binary(name) : Feature.numeric(name, own("unit"));
    }

    private String own(String what) {
        for (XmlElement extension : data.all("Extension")) {
            if (extension.text("extender", "").equals(PmmlWriter.EXTENDER)
                    && extension.text("name", "").equals(what)) {
                return extension.text("value", "");
            }
        }
        return "";
    }

    /** The numbers at which a treatment may change, besides those of the predicates. */
    List<Double> edges() {
        if (edges == null) {
            edges = List.copyOf(sought());
        }
        return edges;
    }

    private List<Double> sought() {
        List<Double> all = new ArrayList<>();
        for (Set<Cell> those : List.of(valid, invalid, missing)) {
            those.forEach(cell -> all.add(cell.number()));
        }
        for (Span span : spans) {
            all.add(span.left);
            all.add(span.right);
        }
        if (outliers != Outlier.AS_IS) {
            all.add(low);
            all.add(high);
        }
        all.removeIf(edge -> !Double.isFinite(edge));
        return all;
    }

    /** How many intervals and other questions a value goes through before predicates see it. */
    long work() {
        return 1L + spans.size();
    }

    /** What predicates see of a value. */
    Cell seen(Cell value) {
        if (value.isMissing() || missing.contains(value)) {
            return missingAs;
        }
        if (!isValid(value)) {
            return switch (whenInvalid) {
                case REFUSED -> Cell.INVALID;
                case AS_MISSING -> missingAs;
                case AS_VALUE -> invalidAs;
                case AS_IS -> value;
            };
        }
        if (outliers != Outlier.AS_IS && (value.number() < low || value.number() > high)) {
            return outliers == Outlier.AS_MISSING ? missingAs : Cell.of(value.number() < low ? low : high);
        }
        return value;
    }

    private boolean isValid(Cell value) {
        if (invalid.contains(value)) {
            return false;
        }
        if (valid.isEmpty() && spans.isEmpty()) {
            return true;
        }
        if (valid.contains(value)) {
            return true;
        }
        for (Span span : spans) {
            if (span.holds(value.number())) {
                return true;
            }
        }
        return false;
    }

    /** True if its values are whole by the file's word. */
    boolean isWhole() {
        return data.text("dataType").equals("integer");
    }

    XmlElement place() {
        return data;
    }

    /** True if every value but a missing one is seen as it is. */
    boolean replacesMissingOnly() {
        boolean anyIsValid = invalid.isEmpty() && valid.isEmpty() && spans.isEmpty();
        return outliers == Outlier.AS_IS && missing.isEmpty() && (anyIsValid || whenInvalid == Invalid.AS_IS);
    }

    /** True if every value is seen as it is. */
    boolean treatsNothing() {
        return missingAs.isMissing() && replacesMissingOnly();
    }
}
