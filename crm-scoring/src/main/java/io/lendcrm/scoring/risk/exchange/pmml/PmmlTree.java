package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.scoring.risk.exchange.pmml.PmmlPredicate.Truth;
import io.lendcrm.scoring.risk.trees.NodeTest;
import io.lendcrm.scoring.risk.trees.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Makes a tree of a TreeModel element. The children of a node are tried in order; those in a row that ask of the same field
 * are tried together on every part of its values, on the missing and on the unseen, so that a binary split becomes one
 * question and replacements, treatments and strategies of missing values are in the tree, not beside it.
 */
final class PmmlTree {

    private static final int MOST_NODES = 1 << 20;

    /** Little enough to walk along, and for the stack of the thread that reads. */
    private static final int DEEPEST = 500;

    /** To find a part takes as long as so many predicates. */
    private static final long PART = 4;

    /** What becomes of a value at a node other than going to a child by its number. */
    private static final int NEXT = -1;

    private static final int NULL = -2;
    private static final int SELF = -3;

    private interface Step {
        void describe(Tree.Builder tree);
    }

    private final PmmlSchema schema;
    private final boolean single;
    private final ToDoubleFunction<XmlElement> value;
    private final String strategy;
    private final int otherwise;
    private final List<Step> steps = new ArrayList<>();
    private final Map<XmlElement, PmmlPredicate> predicates = new HashMap<>();
    private int depth;

    private PmmlTree(XmlElement model, PmmlSchema schema, boolean single, ToDoubleFunction<XmlElement> value) {
        this.schema = schema;
        this.single = single;
        this.value = value;
        this.strategy = model.choice(
                "missingValueStrategy", "none", Set.of("none", "defaultChild", "nullPrediction", "lastPrediction"));
        this.otherwise = model.choice(
                                "noTrueChildStrategy",
                                "returnNullPrediction",
                                Set.of("returnNullPrediction", "returnLastPrediction"))
                        .equals("returnlastprediction")
                ? SELF
                : NULL;
        if (model.number("missingValuePenalty", 1) != 1) {
            throw model.fault("missingValuePenalty must be 1, found " + model.text("missingValuePenalty"));
        }
    }

    /** A tree whose leaves have the values of a function of their elements. */
    static Tree of(XmlElement model, PmmlSchema schema, boolean single, ToDoubleFunction<XmlElement> value) {
        XmlElement root = model.the("Node");
        PmmlTree tree = new PmmlTree(model, schema, single, value);
        if (tree.predicate(root).test(Cell.MISSING) != Truth.YES) {
            throw root.fault("the predicate of the root must be True");
        }
        tree.node(root);
        Tree.Builder builder = Tree.builder(tree.steps.size());
        tree.steps.forEach(step -> step.describe(builder));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw root.fault(String.valueOf(e.getMessage()));
        }
    }

    private PmmlPredicate predicate(XmlElement node) {
        node.allowOnly(
                "Extension",
                "True",
                "False",
                "SimplePredicate",
                "SimpleSetPredicate",
                "CompoundPredicate",
                "Node",
                "ScoreDistribution",
                "Partition");
        // A node that more than one way leads to is made more than once, its predicate isn't.
        return predicates.computeIfAbsent(node, place -> PmmlPredicate.within(place, schema.fields()::input));
    }

    private int add(XmlElement place, Step step) {
        if (steps.size() == MOST_NODES) {
            throw place.fault("a tree must have at most " + MOST_NODES + " nodes when written out");
        }
        steps.add(step);
        return steps.size() - 1;
    }

    private int leaf(XmlElement node, double score) {
        int id = steps.size();
        double cover = Double.isNaN(score) ? 0 : node.number("recordCount", 0);
        return add(node, tree -> tree.leaf(id, score, cover));
    }

    private int node(XmlElement node) {
        schema.work(node, node.children().size());
        List<XmlElement> children = node.all("Node");
        if (children.isEmpty()) {
            double score = value.applyAsDouble(node);
            if (Double.isNaN(score)) {
                throw node.fault("expected a score or a ScoreDistribution, found none");
            }
            return leaf(node, score);
        }
        return chain(
                new Split(node, children, children.stream().map(this::predicate).toList()), 0);
    }

    private record Split(XmlElement node, List<XmlElement> children, List<PmmlPredicate> predicates) {}

    private int chain(Split split, int from) {
        int to = from;
        Set<PmmlInput> inputs = new LinkedHashSet<>();
        for (; to < split.children.size(); to++) {
            Set<PmmlInput> more = split.predicates.get(to).inputs();
            if (more.size() > 1) {
                throw split.predicates
                        .get(to)
                        .place()
                        .fault("a predicate of a node must ask of one field, found "
                                + more.stream().map(PmmlInput::origin).toList());
            }
            if (!inputs.isEmpty() && !inputs.containsAll(more)) {
                break;
            }
            inputs.addAll(more);
        }
        if (from == to) {
            return target(split, to, otherwise);
        }
        return inputs.isEmpty()
                ? target(split, to, outcome(split, from, to, Cell.MISSING))
                : ask(split, from, to, inputs.iterator().next());
    }

    private int target(Split split, int next, int outcome) {
        requireShallow(split.node, ++depth);
        int id = switch (outcome) {
            case NEXT -> chain(split, next);
            case NULL -> leaf(split.node, Double.NaN);
            case SELF -> leaf(split.node, value.applyAsDouble(split.node));
            default -> node(split.children.get(outcome));
        };
        depth--;
        return id;
    }

    private static void requireShallow(XmlElement place, int depth) {
        if (depth > DEEPEST) {
            throw place.fault("expected at most " + DEEPEST + " questions behind one another");
        }
    }

    private int outcome(Split split, int from, int to, Cell seen) {
        if (seen.isInvalid()) {
            return NULL;
        }
        for (int i = from; i < to; i++) {
            Truth truth = split.predicates.get(i).test(seen);
            if (truth == Truth.YES) {
                return i;
            }
            if (truth == Truth.UNKNOWN && !strategy.equals("none")) {
                return switch (strategy) {
                    case "defaultchild" -> defaultChild(split);
                    case "lastprediction" -> SELF;
                    default -> NULL;
                };
            }
        }
        return NEXT;
    }

    private static int defaultChild(Split split) {
        String id = split.node.text("defaultChild");
        for (int i = 0; i < split.children.size(); i++) {
            if (split.children.get(i).text("id", "").equals(id)) {
                return i;
            }
        }
        throw split.node.fault("defaultChild must be the id of a child, found \"" + XmlElement.clipped(id) + "\"");
    }

    private int ask(Split split, int from, int to, PmmlInput input) {
        int missing = outcome(split, from, to, input.seen(Cell.MISSING));
        Set<Cell> thresholds = new LinkedHashSet<>();
        long size = 0;
        for (int i = from; i < to; i++) {
            thresholds.addAll(split.predicates.get(i).thresholds());
            size += split.predicates.get(i).size();
        }
        return input.isText()
                ? askLevels(split, from, to, input, missing, size)
                : askNumber(split, from, to, input, missing, thresholds, size);
    }

    private int askNumber(
            Split split, int from, int to, PmmlInput input, int missing, Set<Cell> thresholds, long size) {
        if (single && !input.single() && !input.field().isWhole()) {
            throw input.field().place().fault("fields of a model that computes in floats must be float or integer");
        }
        double[] parts = single ? input.floatParts(thresholds) : input.parts(thresholds);
        schema.work(split.node, parts.length * (size * input.field().work() + PART));
        List<Double> starts = new ArrayList<>();
        List<Integer> outcomes = new ArrayList<>();
        for (double part : parts) {
            int now = outcome(split, from, to, input.seen(Cell.of(part)));
            if (outcomes.isEmpty() || outcomes.get(outcomes.size() - 1) != now) {
                starts.add(part);
                outcomes.add(now);
            }
        }
        if (outcomes.size() == 1 && outcomes.get(0) == missing) {
            return target(split, to, missing);
        }
        Numbers numbers = new Numbers(split, to, schema.position(input), starts, outcomes);
        return decide(numbers, 0, outcomes.size() - 1, missing);
    }

    private record Numbers(Split split, int next, int feature, List<Double> parts, List<Integer> outcomes) {

        double part(int at) {
            return parts.get(at);
        }

        int outcome(int at) {
            return outcomes.get(at);
        }
    }

    /**
     * Halves the parts until one is left; missing values leave at the first question. Where all numbers fare alike only whether
     * it is missing matters: a question that all numbers answer with no.
     */
    private int decide(Numbers n, int low, int high, int missing) {
        boolean point = high - low == 2 && n.outcome(low) == n.outcome(high) && isPoint(n, low + 1);
        int middle = low == high ? high : point ? low + 1 : (low + high + 1) / 2;
        int id = add(n.split.node, tree -> {});
        int yes;
        int no;
        if (low == high) {
            yes = target(n.split, n.next, NULL);
            no = target(n.split, n.next, n.outcome(low));
        } else if (point) {
            yes = target(n.split, n.next, n.outcome(middle));
            no = target(n.split, n.next, n.outcome(low));
        } else {
            yes = below(n, low, middle - 1);
            no = below(n, middle, high);
        }
        boolean yesAlone = low != high && (point || low == middle - 1);
        boolean noAlone = low == high || point || middle == high;
        int yesOutcome = n.outcome(point ? middle : low);
        int noOutcome = n.outcome(point ? low : high);
        int gone = yesAlone && missing == yesOutcome
                ? yes
                : noAlone && missing == noOutcome ? no : target(n.split, n.next, missing);
        double threshold = n.part(middle);
        NodeTest test = point ? NodeTest.EQUAL : NodeTest.BELOW;
        steps.set(id, tree -> tree.split(id, n.feature, test, threshold, yes, no, gone));
        return id;
    }

    private boolean isPoint(Numbers n, int at) {
        double up = single ? Math.nextUp((float) n.part(at)) : Math.nextUp(n.part(at));
        return n.part(at + 1) == up;
    }

    private int below(Numbers n, int low, int high) {
        // Missing values don't come here; any of the outcomes will do for them.
        return low == high ? target(n.split, n.next, n.outcome(low)) : decide(n, low, high, n.outcome(low));
    }

    private int askLevels(Split split, int from, int to, PmmlInput input, int missing, long size) {
        List<String> levels = schema.levels(input.field());
        schema.work(split.node, levels.size() * size);
        int unseen = outcome(split, from, to, input.seen(Cell.OTHER));
        Map<Integer, List<Integer>> codes = new LinkedHashMap<>();
        for (int code = 0; code < levels.size(); code++) {
            codes.computeIfAbsent(
                            outcome(split, from, to, input.seen(Cell.of(levels.get(code)))), o -> new ArrayList<>())
                    .add(code);
        }
        codes.remove(unseen);
        List<Integer> order = new ArrayList<>(codes.keySet());
        if (order.remove((Integer) missing)) {
            order.add(0, missing);
        }
        if (order.isEmpty() && missing != unseen) {
            // No level is coded as high as this: only whether it is missing matters.
            order.add(NULL);
            codes.put(NULL, List.of(levels.size()));
        }
        if (order.isEmpty()) {
            return target(split, to, unseen);
        }
        requireShallow(split.node, depth + order.size());
        return member(split, to, schema.position(input), order, codes, unseen, missing, 0);
    }

    private int member(
            Split split,
            int next,
            int feature,
            List<Integer> order,
            Map<Integer, List<Integer>> codes,
            int unseen,
            int missing,
            int at) {
        int outcome = order.get(at);
        int id = add(split.node, tree -> {});
        int yes = target(split, next, outcome);
        boolean last = at + 1 == order.size();
        int no = last
                ? target(split, next, unseen)
                : member(split, next, feature, order, codes, unseen, missing, at + 1);
        int gone = at > 0 || missing == outcome ? yes : last && missing == unseen ? no : target(split, next, missing);
        int[] members = codes.getOrDefault(outcome, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        steps.set(id, tree -> tree.member(id, feature, members, yes, no, gone));
        return id;
    }
}
