package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.Calibration;
import io.lendcrm.scoring.proof.validation.EmpiricalDistance;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Probabilities compared between the groups of an attribute: whether they mean the same in each (calibration within
 * groups, bin by bin, with intervals), rank as well in each, and how far the score distributions lie apart. Bins are
 * those of the whole population, so that equal scores are compared with equal scores.
 *
 * <p>Distributions that differ aren't unfair by themselves, and equal ones aren't fair by themselves. Immutable and
 * thread-safe.
 *
 * @param attribute the attribute's name
 * @param rule how groups are compared
 * @param reference the group whose distribution the others are compared with; with no named one the largest
 * @param edges the upper edges of the bins but the last, ascending; a probability on an edge is in the bin below it
 * @param groups the groups in the attribute's order
 */
public record ScoreFairness(
        String attribute, FairnessRule rule, String reference, List<Double> edges, List<GroupScores> groups) {

    public ScoreFairness {
        requireNonNull(attribute, "attribute");
        requireNonNull(rule, "rule");
        requireNonNull(reference, "reference");
        edges = List.copyOf(edges);
        groups = List.copyOf(groups);
    }

    /**
     * Compares probabilities.
     *
     * @param attribute the group of each row
     * @param outcomes probabilities of the bad, and what came of them, of the same rows
     * @param bins into how many bins of about equal size the whole population is put, at least 2
     * @param rule how groups are compared; a most favoured group isn't known here, so that the largest is taken for it
     * @return the comparison
     * @throws IllegalArgumentException if lengths differ, a probability is outside [0, 1], or the rule names a group that
     *     has no rows
     */
    public static ScoreFairness of(ProtectedAttribute attribute, ScoredOutcomes outcomes, int bins, FairnessRule rule) {
        if (attribute.rows() != outcomes.size()) {
            throw new IllegalArgumentException(
                    "outcomes must have " + attribute.rows() + " rows, found " + outcomes.size());
        }
        List<Double> edges = edges(outcomes, bins);
        List<int[]> rows = new ArrayList<>();
        for (int group = 0; group < attribute.groups().size(); group++) {
            rows.add(rowsOf(attribute, group));
        }
        int reference = reference(attribute, rows, rule);
        double[] expected = sorted(outcomes, rows.get(reference));
        List<GroupScores> groups = new ArrayList<>();
        for (int group = 0; group < rows.size(); group++) {
            groups.add(scores(attribute.groups().get(group), outcomes, rows.get(group), edges, rule, expected));
        }
        return new ScoreFairness(attribute.name(), rule, attribute.groups().get(reference), edges, groups);
    }

    /**
     * A group's scores.
     *
     * @param group the group
     * @return its scores
     * @throws IllegalArgumentException if there is no such group
     */
    public GroupScores group(String group) {
        return groups.stream()
                .filter(g -> g.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("group must be one of "
                        + groups.stream().map(GroupScores::group).toList() + ", found \"" + group + "\""));
    }

    private static int reference(ProtectedAttribute attribute, List<int[]> rows, FairnessRule rule) {
        if (rule.reference().choice() == FairnessRule.Reference.Choice.NAMED) {
            int named = attribute.groups().indexOf(rule.reference().group());
            if (named < 0) {
                throw new IllegalArgumentException("reference must be one of " + attribute.groups() + ", found \""
                        + rule.reference().group() + "\"");
            }
            return named;
        }
        int largest = 0;
        for (int group = 1; group < rows.size(); group++) {
            boolean told = ProtectedAttribute.isKnown(attribute.groups().get(group));
            largest = told && rows.get(group).length > rows.get(largest).length ? group : largest;
        }
        return largest;
    }

    private static GroupScores scores(
            String group,
            ScoredOutcomes outcomes,
            int[] rows,
            List<Double> edges,
            FairnessRule rule,
            double[] expected) {
        double[] score = new double[rows.length];
        boolean[] bad = new boolean[rows.length];
        int[][] count = new int[edges.size() + 1][2];
        double[] sum = new double[edges.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            score[i] = outcomes.score(rows[i]);
            bad[i] = outcomes.bad(rows[i]);
            int bin = 0;
            while (bin < edges.size() && score[i] > edges.get(bin)) {
                bin++;
            }
            count[bin][0]++;
            count[bin][1] += bad[i] ? 1 : 0;
            sum[bin] += score[i];
        }
        List<GroupScores.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < count.length; bin++) {
            int size = count[bin][0];
            if (size > 0) {
                Calibration.Group in = new Calibration.Group(size, count[bin][1], Math.min(1, sum[bin] / size));
                bins.add(new GroupScores.Bin(bin, in, size < rule.minimumCell() ? null : in.interval(rule.level())));
            }
        }
        int bads = Arrays.stream(count).mapToInt(c -> c[1]).sum();
        double mean = Math.min(1, Arrays.stream(sum).sum() / rows.length);
        Calibration.Group whole = new Calibration.Group(rows.length, bads, mean);
        boolean ranked = Math.min(bads, rows.length - bads) >= rule.minimumCell();
        Auc auc = ranked ? RocCurve.of(ScoredOutcomes.ofRisk(score, bad)).auc() : null;
        EmpiricalDistance distance = EmpiricalDistance.of(sorted(outcomes, rows), expected);
        return new GroupScores(group, whole, bins, auc, distance.ks(), distance.wasserstein(), evidence(whole, rule));
    }

    private static Evidence evidence(Calibration.Group whole, FairnessRule rule) {
        if (whole.size() < rule.minimumCell()) {
            return Evidence.NOT_ENOUGH_DATA;
        }
        Interval rate = whole.interval(rule.level());
        boolean within = whole.probability() >= rate.lower() && whole.probability() <= rate.upper();
        return within ? Evidence.WITHIN_LIMIT : Evidence.BEYOND_LIMIT;
    }

    private static int[] rowsOf(ProtectedAttribute attribute, int group) {
        int[] rows = new int[attribute.rows()];
        int size = 0;
        for (int row = 0; row < rows.length; row++) {
            if (attribute.group(row) == group) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    private static double[] sorted(ScoredOutcomes outcomes, int[] rows) {
        double[] sorted = Arrays.stream(rows).mapToDouble(outcomes::score).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static List<Double> edges(ScoredOutcomes outcomes, int bins) {
        if (bins < 2) {
            throw new IllegalArgumentException("bins must be at least 2, found " + bins);
        }
        double[] sorted = new double[outcomes.size()];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = outcomes.score(row) + 0.0;
            if (!(sorted[row] >= 0 && sorted[row] <= 1)) {
                throw new IllegalArgumentException(
                        "a probability must be within [0, 1], found " + sorted[row] + " in row " + (row + 1));
            }
        }
        Arrays.sort(sorted);
        List<Double> edges = new ArrayList<>();
        for (int bin = 1; bin < bins; bin++) {
            int last = (int) ((long) bin * sorted.length / bins) - 1;
            double edge = last < 0 ? sorted[0] : sorted[last];
            if (edge < sorted[sorted.length - 1] && (edges.isEmpty() || edge > edges.get(edges.size() - 1))) {
                edges.add(edge);
            }
        }
        return edges;
    }
}
