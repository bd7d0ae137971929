package io.lendcrm.segmentation.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What is gained by treating groups in an order, the most promising first (Radcliffe, Direct Marketing Analytics Journal,
 * 2007). Each list has a point for none of the groups, the first, the first two, …. Areas are by trapezoids over the share of
 * all clients. Immutable and thread-safe.
 *
 * @param share the part of all clients in the groups so far, from 0 to 1
 * @param qini responses gained among the treated so far: Yt − Yc · Nt / Nc
 * @param uplift responses gained had all clients so far been treated: (Yt / Nt − Yc / Nc) · (Nt + Nc)
 * @param clients how many clients there are
 * @param treated how many of them were treated
 */
public record UpliftCurve(List<Double> share, List<Double> qini, List<Double> uplift, long clients, long treated) {

    public UpliftCurve {
        share = List.copyOf(share);
        qini = List.copyOf(qini);
        uplift = List.copyOf(uplift);
    }

    /**
     * The curve of groups.
     *
     * @param groups the groups, the most promising first: segments by their promised gain, or bands of an uplift score
     * @return the curve
     * @throws IllegalArgumentException if there is no group
     */
    public static UpliftCurve of(List<TrialGroup> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must be at least one, found none");
        }
        double all = groups.stream()
                .mapToDouble(g -> (double) g.treated() + g.control())
                .sum();
        List<Double> share = new ArrayList<>(List.of(0.0));
        List<Double> qini = new ArrayList<>(List.of(0.0));
        List<Double> uplift = new ArrayList<>(List.of(0.0));
        long nt = 0;
        long yt = 0;
        long nc = 0;
        long yc = 0;
        for (TrialGroup group : groups) {
            nt += group.treated();
            yt += group.treatedResponses();
            nc += group.control();
            yc += group.controlResponses();
            share.add((nt + nc) / all);
            qini.add(yt - (double) yc * nt / nc);
            uplift.add(((double) yt / nt - (double) yc / nc) * (nt + nc));
        }
        return new UpliftCurve(share, qini, uplift, nt + nc, nt);
    }

    /** {@return the area under the Qini curve, in responses} */
    public double areaQini() {
        return area(qini);
    }

    /** {@return the area under the straight line to the Qini curve's end: what an order at random has} */
    public double areaRandom() {
        return qini.get(qini.size() - 1) / 2;
    }

    /** {@return the Qini coefficient: the area under the Qini curve less that of an order at random, in responses} */
    public double qiniCoefficient() {
        return areaQini() - areaRandom();
    }

    /** {@return the Qini coefficient for each treated client, which compares over trials of different size} */
    public double qiniPerTreated() {
        return qiniCoefficient() / (double) treated;
    }

    /** {@return AUUC: the area under the uplift curve for each client} */
    public double auuc() {
        return area(uplift) / (double) clients;
    }

    private double area(List<Double> curve) {
        double area = 0;
        for (int i = 1; i < curve.size(); i++) {
            area += (share.get(i) - share.get(i - 1)) * (curve.get(i) + curve.get(i - 1)) / 2;
        }
        return area;
    }
}
