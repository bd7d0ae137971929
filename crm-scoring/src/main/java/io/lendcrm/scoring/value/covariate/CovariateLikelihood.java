package io.lendcrm.scoring.value.covariate;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The log-likelihood of a book with covariates, with its exact gradient and Hessian. Clients of equal covariates are a plain
 * book at parameters of their own, whose logarithms are linear in the coordinates: {@code η = J θ}. Its gradient and Hessian
 * are {@code J'g} and {@code J'HJ}, summed over the groups.
 */
final class CovariateLikelihood implements NewtonAscent.LogLikelihood {

    private static final int BASE = 4;
    private static final int MANY = 64;

    private final List<Group> groups;
    private final Run run;

    /** Clients of equal covariates: their log-likelihood, and J by the rows of the four logarithms. */
    @SuppressWarnings("ArrayRecordComponent") // working data of a fit, compared nowhere
    private record Group(NewtonAscent.LogLikelihood logLikelihood, double[][] design) {}

    CovariateLikelihood(
            PurchaseFamily family, PurchaseSummaries book, double[][] purchase, double[][] dropout, Run run) {
        Map<List<Double>, List<Integer>> rows = new HashMap<>();
        List<List<Integer>> ordered = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            List<Double> key = new ArrayList<>();
            for (double[][] columns : new double[][][] {purchase, dropout}) {
                for (double[] column : columns) {
                    key.add(column[row] + 0.0);
                }
            }
            rows.computeIfAbsent(key, none -> {
                        List<Integer> group = new ArrayList<>();
                        ordered.add(group);
                        return group;
                    })
                    .add(row);
        }
        // Of many groups each is computed by one thread, of few each by all; the sums have the same bits either way.
        Run within = ordered.size() < MANY ? run : Run.sequential();
        this.run = ordered.size() < MANY ? Run.sequential() : run;
        this.groups = new ArrayList<>();
        for (List<Integer> group : ordered) {
            int first = group.get(0);
            double[][] design = design(family, at(purchase, first), at(dropout, first));
            groups.add(new Group(family.logLikelihood(part(book, group), within), design));
        }
    }

    /** J of a client: alpha = alpha₀ exp(-γ'z); leaving by beta likewise, or by a and b = b₀ exp(γ'z). */
    static double[][] design(PurchaseFamily family, double[] purchase, double[] dropout) {
        int size = BASE + purchase.length + dropout.length;
        double[][] design = new double[BASE][size];
        for (int i = 0; i < BASE; i++) {
            design[i][i] = 1;
        }
        for (int j = 0; j < purchase.length; j++) {
            design[1][BASE + j] = -purchase[j];
        }
        for (int j = 0; j < dropout.length; j++) {
            int at = BASE + purchase.length + j;
            switch (family) {
                case PARETO_NBD -> design[3][at] = -dropout[j];
                case BG_NBD, MBG_NBD -> {
                    design[2][at] = dropout[j];
                    design[3][at] = dropout[j];
                }
            }
        }
        return design;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        int size = point.length;
        int width = 1 + size + size * size;
        // A block of one group: groups differ in size, and threads take one after another.
        double[][] parts = new double[groups.size()][width];
        Blocks.sum(groups.size(), 0, run, (from, to, none) -> {
            for (int g = from; g < to; g++) {
                add(groups.get(g), point, parts[g]);
            }
        });
        double[] sums = Blocks.sum(groups.size(), width, run, (from, to, out) -> {
            for (int g = from; g < to; g++) {
                for (int k = 0; k < width; k++) {
                    out[k] += parts[g][k];
                }
            }
        });
        System.arraycopy(sums, 1, gradient, 0, size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(sums, 1 + size + i * size, hessian[i], 0, size);
        }
        return sums[0];
    }

    private static void add(Group group, double[] point, double[] sums) {
        int size = point.length;
        double[] g = new double[BASE];
        double[][] h = new double[BASE][BASE];
        sums[0] += group.logLikelihood.at(product(group.design, point), g, h);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < BASE; k++) {
                double byI = group.design[k][i];
                sums[1 + i] += byI * g[k];
                for (int j = 0; j < size && byI != 0; j++) {
                    for (int l = 0; l < BASE; l++) {
                        sums[1 + size + i * size + j] += byI * h[k][l] * group.design[l][j];
                    }
                }
            }
        }
    }

    static double[] product(double[][] design, double[] point) {
        double[] logs = new double[BASE];
        for (int k = 0; k < BASE; k++) {
            for (int i = 0; i < point.length; i++) {
                logs[k] += design[k][i] * point[i];
            }
        }
        return logs;
    }

    private static double[] at(double[][] columns, int row) {
        return Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
    }

    private static PurchaseSummaries part(PurchaseSummaries book, List<Integer> rows) {
        return PurchaseSummaries.of(
                book.unit(),
                rows.stream().mapToInt(book::frequency).toArray(),
                rows.stream().mapToDouble(book::recency).toArray(),
                rows.stream().mapToDouble(book::age).toArray(),
                rows.stream().mapToDouble(book::weight).toArray(),
                new double[0]);
    }
}
