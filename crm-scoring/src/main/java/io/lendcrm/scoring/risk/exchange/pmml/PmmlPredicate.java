package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A predicate of a PMML file: true, false or unknown, as three-valued logic has it where a value is missing.
 *
 * @param place the element
 * @param kind what it asks
 * @param input the field it asks of; none for True, False and compounds
 * @param values what a simple predicate or a set compares with
 * @param parts what a compound is made of
 */
record PmmlPredicate(
        XmlElement place, Kind kind, @Nullable PmmlInput input, Set<Cell> values, List<PmmlPredicate> parts) {

    enum Kind {
        TRUE,
        FALSE,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        MISSING,
        NOT_MISSING,
        IN,
        NOT_IN,
        AND,
        OR,
        XOR,
        SURROGATE;

        boolean isOrder() {
            return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
        }
    }

    enum Truth {
        YES,
        NO,
        UNKNOWN;

        static Truth of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    private static final Set<String> OPERATORS = Set.of(
            "equal",
            "notEqual",
            "lessThan",
            "lessOrEqual",
            "greaterThan",
            "greaterOrEqual",
            "isMissing",
            "isNotMissing");

    static final Set<String> ELEMENTS =
            Set.of("True", "False", "SimplePredicate", "SimpleSetPredicate", "CompoundPredicate");

    /** The one predicate of an element. */
    static PmmlPredicate within(XmlElement owner, Function<XmlElement, PmmlInput> inputs) {
        List<XmlElement> found = owner.children().stream()
                .filter(child -> ELEMENTS.contains(child.name()))
                .toList();
        if (found.size() != 1) {
            throw owner.fault("expected one predicate, found " + found.size());
        }
        return of(found.get(0), inputs);
    }

    static PmmlPredicate of(XmlElement place, Function<XmlElement, PmmlInput> inputs) {
        return switch (place.name()) {
            case "True" -> constant(place, Kind.TRUE);
            case "False" -> constant(place, Kind.FALSE);
            case "SimplePredicate" -> simple(place, inputs.apply(place));
            case "SimpleSetPredicate" -> set(place, inputs.apply(place));
            case "CompoundPredicate" -> compound(place, inputs);
            default ->
                throw place.fault(
                        "expected one of " + ELEMENTS.stream().sorted().toList());
        };
    }

    private static PmmlPredicate constant(XmlElement place, Kind kind) {
        place.allowOnly("Extension");
        return new PmmlPredicate(place, kind, null, Set.of(), List.of());
    }

    private static PmmlPredicate simple(XmlElement place, PmmlInput input) {
        place.allowOnly("Extension");
        place.text("operator");
        Kind kind = switch (place.choice("operator", "", OPERATORS)) {
            case "equal" -> Kind.EQUAL;
            case "notequal" -> Kind.NOT_EQUAL;
            case "lessthan" -> Kind.LESS;
            case "lessorequal" -> Kind.LESS_OR_EQUAL;
            case "greaterthan" -> Kind.GREATER;
            case "greaterorequal" -> Kind.GREATER_OR_EQUAL;
            case "ismissing" -> Kind.MISSING;
            default -> Kind.NOT_MISSING;
        };
        if (kind.isOrder() && input.isText()) {
            throw place.fault("only numbers can be " + place.text("operator") + ", " + input.origin() + " is of texts");
        }
        boolean compares = kind != Kind.MISSING && kind != Kind.NOT_MISSING;
        Set<Cell> values = compares ? Set.of(input.cell(place, "value", place.text("value"))) : Set.of();
        return new PmmlPredicate(place, kind, input, values, List.of());
    }

    private static PmmlPredicate set(XmlElement place, PmmlInput input) {
        place.allowOnly("Extension", "Array");
        place.text("booleanOperator");
        Kind kind =
                place.choice("booleanOperator", "", Set.of("isIn", "isNotIn")).equals("isin") ? Kind.IN : Kind.NOT_IN;
        XmlElement array = place.the("Array");
        Set<Cell> values = new LinkedHashSet<>();
        for (String value : PmmlArray.values(array)) {
            values.add(input.cell(array, "a value", value));
        }
        return new PmmlPredicate(place, kind, input, values, List.of());
    }

    private static PmmlPredicate compound(XmlElement place, Function<XmlElement, PmmlInput> inputs) {
        place.text("booleanOperator");
        Kind kind = switch (place.choice("booleanOperator", "", Set.of("and", "or", "xor", "surrogate"))) {
            case "and" -> Kind.AND;
            case "or" -> Kind.OR;
            case "xor" -> Kind.XOR;
            default -> Kind.SURROGATE;
        };
        List<PmmlPredicate> parts = new ArrayList<>();
        for (XmlElement child : place.children()) {
            if (!child.name().equals("Extension")) {
                parts.add(of(child, inputs));
            }
        }
        if (parts.size() < 2) {
            throw place.fault("expected at least two predicates, found " + parts.size());
        }
        return new PmmlPredicate(place, kind, null, Set.of(), parts);
    }

    /** The inputs it asks of. */
    Set<PmmlInput> inputs() {
        Set<PmmlInput> all = new LinkedHashSet<>();
        collect(all, new HashSet<>());
        return all;
    }

    /** The values it compares with. */
    Set<Cell> thresholds() {
        Set<Cell> all = new LinkedHashSet<>();
        collect(new HashSet<>(), all);
        return all;
    }

    private void collect(Set<PmmlInput> asked, Set<Cell> compared) {
        if (input != null) {
            asked.add(input);
        }
        compared.addAll(values);
        parts.forEach(part -> part.collect(asked, compared));
    }

    /** How many predicates it is made of. */
    long size() {
        return 1 + parts.stream().mapToLong(PmmlPredicate::size).sum();
    }

    /** What it says of a value of its one input. */
    Truth test(Cell seen) {
        return switch (kind) {
            case TRUE -> Truth.YES;
            case FALSE -> Truth.NO;
            case MISSING -> Truth.of(seen.isMissing());
            case NOT_MISSING -> Truth.of(!seen.isMissing());
            case AND -> all(seen, Truth.NO, Truth.YES);
            case OR -> all(seen, Truth.YES, Truth.NO);
            case XOR -> xor(seen);
            case SURROGATE -> first(seen);
            default -> seen.isMissing() ? Truth.UNKNOWN : Truth.of(compare(seen));
        };
    }

    private boolean compare(Cell seen) {
        boolean among = values.contains(seen);
        if (!kind.isOrder()) {
            return among == (kind == Kind.EQUAL || kind == Kind.IN);
        }
        double threshold = values.iterator().next().number();
        return switch (kind) {
            case LESS -> seen.number() < threshold;
            case LESS_OR_EQUAL -> seen.number() <= threshold;
            case GREATER -> seen.number() > threshold;
            default -> seen.number() >= threshold;
        };
    }

    private Truth all(Cell seen, Truth decides, Truth otherwise) {
        Truth found = otherwise;
        for (PmmlPredicate part : parts) {
            Truth truth = part.test(seen);
            if (truth == decides) {
                return decides;
            }
            found = truth == Truth.UNKNOWN ? truth : found;
        }
        return found;
    }

    private Truth xor(Cell seen) {
        boolean odd = false;
        for (PmmlPredicate part : parts) {
            Truth truth = part.test(seen);
            if (truth == Truth.UNKNOWN) {
                return truth;
            }
            odd ^= truth == Truth.YES;
        }
        return Truth.of(odd);
    }

    private Truth first(Cell seen) {
        for (PmmlPredicate part : parts) {
            Truth truth = part.test(seen);
            if (truth != Truth.UNKNOWN) {
                return truth;
            }
        }
        return Truth.UNKNOWN;
    }
}
