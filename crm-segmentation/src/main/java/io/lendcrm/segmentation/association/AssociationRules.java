package io.lendcrm.segmentation.association;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Mines rules with one consequent from baskets: first all itemsets of at least the support, then the rules of at
 * least the confidence. Dense baskets are searched by Eclat on bitsets, sparse ones (fewer than one cell in 256 of
 * baskets times frequent items is set, or bitsets beyond 256 MB) by FP-growth; both find the same.
 *
 * <p>Three bounds keep it finite: on rules (the exact first by the measure are kept; the search is never cut short by
 * it), on itemsets (about 60 bytes each) and on time; the model states which one was met. Where there are more itemsets
 * than allowed, the support is raised by half until there aren't, so that the rules are still the exact first of those
 * with that support. A bound on time makes the result depend on the machine; without one equal baskets and options give
 * equal models. Among the diagnostics are the least count searched, and the numbers of closed itemsets (no superset of
 * the same count) and maximal ones (no frequent superset). Immutable and thread-safe.
 */
public final class AssociationRules implements Fitter<Baskets, AssociationModel> {

    /** The most items of an itemset, the consequent included. */
    public static final int LONGEST = 10;

    private static final double SPARSE = 1.0 / 256;
    private static final double MOST_BITS = 8.0 * (1 << 28);

    private final Options options;

    private AssociationRules(Options options) {
        this.options = options;
    }

    /**
     * Rules of any items, at most 10 items and 10,000 rules, ranked by lift, at most 2,000,000 itemsets, no bound on
     * time, no filter.
     *
     * @param support the least part of baskets with all items of a rule, above 0 and at most 1
     * @param confidence the least part of those with the antecedent that have the consequent too, from 0 to 1
     * @return the fitter
     */
    public static AssociationRules of(double support, double confidence) {
        return new AssociationRules(new Options(
                support,
                confidence,
                LONGEST,
                Set.of(),
                Set.of(),
                RuleMeasure.LIFT,
                10_000,
                2_000_000,
                false,
                null,
                Duration.ZERO,
                () -> 0));
    }

    /**
     * With another bound on the length of rules.
     *
     * @param most items of antecedent and consequent together, from 2 to 10
     * @return the fitter
     */
    public AssociationRules withLongest(int most) {
        return new AssociationRules(options.change(c -> c.longest = most));
    }

    /**
     * Only rules that suggest certain items.
     *
     * @param items the consequents; empty for any
     * @return the fitter
     */
    public AssociationRules withConsequents(Set<String> items) {
        return new AssociationRules(options.change(c -> c.consequents = Set.copyOf(items)));
    }

    /**
     * Only rules whose antecedents are made of certain items.
     *
     * @param items what an antecedent may hold; empty for any
     * @return the fitter
     */
    public AssociationRules withAntecedents(Set<String> items) {
        return new AssociationRules(options.change(c -> c.antecedents = Set.copyOf(items)));
    }

    /**
     * With at most so many rules, the first by a measure.
     *
     * @param measure what ranks them
     * @param most how many are kept, at least 1
     * @return the fitter
     */
    public AssociationRules withBest(RuleMeasure measure, int most) {
        return new AssociationRules(options.change(c -> {
            c.measure = requireNonNull(measure, "measure");
            c.mostRules = most;
        }));
    }

    /**
     * With another bound on memory. Where more itemsets have the support, it is raised.
     *
     * @param most how many itemsets are searched, at least 1
     * @return the fitter
     */
    public AssociationRules withMostItemsets(int most) {
        return new AssociationRules(options.change(c -> c.mostItemsets = most));
    }

    /**
     * With a bound on the time of the search for itemsets.
     *
     * @param most how long, above zero
     * @param nanos a clock in nanoseconds, such as {@code System::nanoTime}
     * @return the fitter
     */
    public AssociationRules withTimeLimit(Duration most, LongSupplier nanos) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("time limit must be above zero, found " + most);
        }
        return new AssociationRules(options.change(c -> {
            c.time = most;
            c.nanos = requireNonNull(nanos, "nanos");
        }));
    }

    /**
     * Without redundant rules: those of which a more general one, with fewer items and the same consequent, has the
     * same or a higher confidence. A rule of no antecedent doesn't count as more general.
     *
     * @return the fitter
     */
    public AssociationRules withoutRedundant() {
        return new AssociationRules(options.change(c -> c.dropsRedundant = true));
    }

    /**
     * Only rules that are more than chance.
     *
     * @param filter test, correction and level
     * @return the fitter
     */
    public AssociationRules withSignificance(Significance filter) {
        return new AssociationRules(options.change(c -> c.significance = requireNonNull(filter, "significance")));
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are no baskets
     */
    @Override
    public AssociationModel fit(Baskets baskets, Run run) {
        requireNonNull(run, "run");
        if (baskets.size() == 0) {
            throw new FitException(AssociationModel.TYPE, "there are no baskets", "at least one basket");
        }
        long began = options.nanos.getAsLong();
        long most = options.time.toNanos();
        BooleanSupplier late = () -> most > 0 && options.nanos.getAsLong() - began > most;
        int least = leastCount(baskets.size());
        FrequentItems items = frequent(baskets, least);
        ItemSets sets = searched(items, late, run);
        int raised = least;
        while (sets.end() == SearchEnd.ITEMSET_LIMIT && raised < baskets.size()) {
            raised = (int) Math.min(baskets.size(), raised + (raised + 1L) / 2);
            items = frequent(baskets, raised);
            sets = searched(items, late, run);
        }
        List<String> names =
                Arrays.stream(items.item).mapToObj(baskets.items()::get).toList();
        RuleSearch search = new RuleSearch(this, sets, names);
        List<AssociationRule> rules = search.rules();
        SearchEnd end = sets.over()
                ? sets.end()
                : raised > least
                        ? SearchEnd.SUPPORT_RAISED
                        : search.met() > rules.size() ? SearchEnd.RULE_LIMIT : SearchEnd.COMPLETE;
        int[] special = sets.closedAndMaximal();
        ModelInfo info = ModelInfo.of(AssociationModel.TYPE, run, baskets.size(), baskets.fingerprint())
                .withOptions(named())
                .withDiagnostics(Map.of(
                        "rulesMet", (double) search.met(),
                        "leastCount", (double) raised,
                        "closedItemsets", (double) special[0],
                        "maximalItemsets", (double) special[1]))
                .withWarnings(end.complete() ? List.of() : List.of(end.statement()));
        return new AssociationModel(rules, sets.nodes() - 1L, options.measure, end, info);
    }

    private FrequentItems frequent(Baskets baskets, int least) {
        return new FrequentItems(baskets, least, i -> used(baskets.items().get(i)));
    }

    private ItemSets searched(FrequentItems items, BooleanSupplier late, Run run) {
        ItemSets sets = new ItemSets(items.baskets, options.mostItemsets, late, run.cancelled());
        boolean dense = items.density() >= SPARSE && (double) items.size() * items.baskets <= MOST_BITS;
        run.progress()
                .accept("searching itemsets of " + items.size() + " frequent items, each in " + items.least
                        + " baskets or more");
        if (dense) {
            BitsetEclat.search(items, options.longest, sets);
        } else {
            FpGrowth.search(items, options.longest, sets);
        }
        return sets;
    }

    /** The least count whose part of all is the support, without the error of a product. */
    private int leastCount(int baskets) {
        int count = (int) Math.max(1, Math.floor(options.support * baskets) - 1);
        while ((double) count / baskets < options.support) {
            count++;
        }
        return count;
    }

    private boolean used(String item) {
        return suggests(item) || triggers(item);
    }

    boolean suggests(String item) {
        return options.consequents.isEmpty() || options.consequents.contains(item);
    }

    boolean triggers(String item) {
        return options.antecedents.isEmpty() || options.antecedents.contains(item);
    }

    double confidence() {
        return options.confidence;
    }

    RuleMeasure measure() {
        return options.measure;
    }

    int mostRules() {
        return options.mostRules;
    }

    boolean dropsRedundant() {
        return options.dropsRedundant;
    }

    Optional<Significance> significance() {
        return Optional.ofNullable(options.significance);
    }

    private Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        named.put("support", Double.toString(options.support));
        named.put("confidence", Double.toString(options.confidence));
        named.put("longest", Integer.toString(options.longest));
        named.put("measure", options.measure.name());
        named.put("mostRules", Integer.toString(options.mostRules));
        named.put("mostItemsets", Integer.toString(options.mostItemsets));
        named.put("redundant", options.dropsRedundant ? "dropped" : "kept");
        named.put("consequents", String.join(", ", new TreeSet<>(options.consequents)));
        named.put("antecedents", String.join(", ", new TreeSet<>(options.antecedents)));
        if (!options.time.isZero()) {
            named.put("timeLimit", options.time.toString());
        }
        Significance filter = options.significance;
        if (filter != null) {
            named.put("significance", filter.test() + " " + filter.correction() + " " + filter.level());
        }
        return named;
    }

    /** All options, checked. */
    private record Options(
            double support,
            double confidence,
            int longest,
            Set<String> consequents,
            Set<String> antecedents,
            RuleMeasure measure,
            int mostRules,
            int mostItemsets,
            boolean dropsRedundant,
            @Nullable Significance significance,
            Duration time,
            LongSupplier nanos) {

        Options {
            if (!(support > 0 && support <= 1)) {
                throw new IllegalArgumentException("support must be within (0, 1], found " + support);
            }
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence must be within [0, 1], found " + confidence);
            }
            if (longest < 2 || longest > LONGEST) {
                throw new IllegalArgumentException("longest must be within [2, " + LONGEST + "], found " + longest);
            }
            if (mostRules < 1 || mostItemsets < 1 || mostItemsets > 1 << 26) {
                throw new IllegalArgumentException("bounds must be at least 1 and on itemsets at most " + (1 << 26)
                        + ", found " + mostRules + " rules and " + mostItemsets + " itemsets");
            }
        }

        Options change(java.util.function.Consumer<Change> what) {
            Change c = new Change(this);
            what.accept(c);
            return new Options(
                    support,
                    confidence,
                    c.longest,
                    c.consequents,
                    c.antecedents,
                    c.measure,
                    c.mostRules,
                    c.mostItemsets,
                    c.dropsRedundant,
                    c.significance,
                    c.time,
                    c.nanos);
        }
    }

    /** Options on their way to be others. */
    private static final class Change {
        int longest;
        Set<String> consequents;
        Set<String> antecedents;
        RuleMeasure measure;
        int mostRules;
        int mostItemsets;
        boolean dropsRedundant;

        @Nullable
        Significance significance;

        Duration time;
        LongSupplier nanos;

        Change(Options o) {
            longest = o.longest;
            consequents = o.consequents;
            antecedents = o.antecedents;
            measure = o.measure;
            mostRules = o.mostRules;
            mostItemsets = o.mostItemsets;
            dropsRedundant = o.dropsRedundant;
            significance = o.significance;
            time = o.time;
            nanos = o.nanos;
        }
    }
}
