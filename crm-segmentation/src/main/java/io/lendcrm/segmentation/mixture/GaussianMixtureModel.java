package io.lendcrm.segmentation.mixture;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A fitted mixture of Gaussian distributions. Segments are named {@code component-1}, {@code component-2}, … by weight.
 *
 * <p>A client goes to its most probable component. The distance is Mahalanobis' to that component, the margin the natural
 * logarithm of the odds against the second most probable, and a client is outside if it lies beyond the ellipsoid that holds
 * 99 % of the component (the squared distance exceeds that quantile of χ² with as many degrees of freedom as features). A
 * client with a missing value that isn't filled isn't assigned ({@code segment.missing}), nor one without a density
 * ({@code segment.out-of-range}).
 *
 * <p>Reasons add up to the margin: {@code mixture.nearer} or {@code mixture.farther} of each feature (half of what it adds
 * to the squared distance from the second component, less the same for the first), and {@code mixture.size} for weight and
 * extent of the components themselves.
 *
 * <p>Immutable and thread-safe.
 */
public final class GaussianMixtureModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "gaussian-mixture";

    private static final ReasonCode MISSING = ReasonCode.of("segment.missing");
    private static final ReasonCode OUT_OF_RANGE = ReasonCode.of("segment.out-of-range");

    private final FittedPreparation preparation;
    private final Covariance covariance;
    private final Components components;
    private final MixtureFit fit;
    private final double outside;
    private final double limit;
    private final ModelInfo info;
    private final List<Segment> segments;

    GaussianMixtureModel(
            FittedPreparation preparation,
            Covariance covariance,
            Components components,
            MixtureFit fit,
            double outside,
            ModelInfo info) {
        this.preparation = requireNonNull(preparation, "preparation");
        this.covariance = requireNonNull(covariance, "covariance");
        this.components = components;
        this.fit = requireNonNull(fit, "fit");
        this.outside = outside;
        this.info = requireNonNull(info, "info");
        if (!(outside > 0 && outside < 1)) {
            throw new IllegalArgumentException("outside quantile must be within (0, 1), found " + outside);
        }
        this.limit = Math.sqrt(new ChiSquaredDistribution(null, components.d).inverseCumulativeProbability(outside));
        List<Long> sizes = fit.sizes();
        this.segments = IntStream.range(0, components.k)
                .mapToObj(c -> new Segment(
                        SegmentId.of("component-" + (c + 1)), sizes.get(c), (double) sizes.get(c) / fit.rows()))
                .toList();
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    /** {@return how many components} */
    public int k() {
        return components.k;
    }

    /** {@return the family of the covariances} */
    public Covariance covariance() {
        return covariance;
    }

    /** {@return how the features are made comparable, and what stands for missing values} */
    public FittedPreparation preparation() {
        return preparation;
    }

    /** {@return how well it fits the rows it was fitted to} */
    public MixtureFit fit() {
        return fit;
    }

    /** {@return BIC, the smaller, the better} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.of(fit.bic());
    }

    /**
     * A component's part of all clients.
     *
     * @param component from 0
     * @return above 0; all add up to 1
     */
    public double weight(int component) {
        return components.weight[component];
    }

    /**
     * A component's mean in the coordinates of the preparation.
     *
     * @param component from 0
     * @return a coordinate for each feature
     */
    public double[] mean(int component) {
        return Arrays.copyOfRange(components.mean, component * components.d, (component + 1) * components.d);
    }

    /**
     * A component's mean taken back to the features' own units; with logarithms or ranks that is a middle of those.
     *
     * @param component from 0
     * @return a value for each feature
     */
    public double[] centre(int component) {
        double[] centre = mean(component);
        for (int j = 0; j < centre.length; j++) {
            centre[j] = preparation.original(j, centre[j]);
        }
        return centre;
    }

    /**
     * A component's covariance in the coordinates of the preparation, the ridge included.
     *
     * @param component from 0
     * @return a symmetric matrix
     */
    public double[][] covariance(int component) {
        double[] lower = components.covariance(component);
        double[][] matrix = new double[components.d][components.d];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = lower[Components.triangle(i) + j];
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /**
     * How probable it is that a client comes from each component.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return a probability for each component, which add up to 1; empty if the client can't be assigned
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public double[] probabilities(FeatureRow client) {
        Membership membership = new Membership(components);
        int most = membership.of(coordinates(schema().bind(client)), 0);
        return most < 0 ? new double[0] : membership.probabilities();
    }

    /**
     * The logarithm of the mixture's density where a client stands, in the coordinates of the preparation: the lower, the
     * stranger the client.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return the logarithm; empty if the client can't be assigned
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public OptionalDouble logDensity(FeatureRow client) {
        Membership membership = new Membership(components);
        int most = membership.of(coordinates(schema().bind(client)), 0);
        return most < 0 ? OptionalDouble.empty() : OptionalDouble.of(membership.logDensity());
    }

    private double[] coordinates(FeatureRow bound) {
        return preparation.scaled(bound.toArray());
    }

    @Override
    public Assignment assign(FeatureRow client) {
        FeatureRow row = schema().bind(client);
        double[] values = row.toArray();
        List<String> missing = preparation.missing(values);
        if (!missing.isEmpty()) {
            return new Assignment.NotAssigned(row.client(), MISSING, "missing: " + String.join(", ", missing));
        }
        double[] x = preparation.scaled(values);
        Membership membership = new Membership(components);
        int first = membership.of(x, 0);
        if (first < 0) {
            return new Assignment.NotAssigned(
                    row.client(), OUT_OF_RANGE, "a value has no density in the coordinates of the mixture");
        }
        double distance = distance(first, x, 0, new double[components.d]);
        int second = second(membership, first);
        double margin = second < 0 ? Double.POSITIVE_INFINITY : membership.log(first) - membership.log(second);
        return new Assignment.Assigned(
                row.client(),
                segments.get(first).id(),
                distance,
                margin,
                distance > limit,
                second < 0 ? List.of() : new MixtureReasons(this, components, first, second).reasons(values, x));
    }

    @Override
    public Assignments assign(FeatureTable table) {
        BoundTable bound = schema().bind(table);
        int[] segment = new int[bound.rows()];
        double[] distance = new double[segment.length];
        boolean[] beyond = new boolean[segment.length];
        double[] values = new double[components.d];
        double[] difference = new double[components.d];
        Membership membership = new Membership(components);
        for (int i = 0; i < segment.length; i++) {
            bound.copyRow(i, values);
            double[] x = preparation.scaled(values);
            segment[i] = membership.of(x, 0);
            distance[i] = segment[i] < 0 ? Double.NaN : distance(segment[i], x, 0, difference);
            beyond[i] = distance[i] > limit;
        }
        return Assignments.of(segments, bound.clients(), segment, distance, beyond);
    }

    private double distance(int c, double[] x, int at, double[] difference) {
        return Math.sqrt(components.squaredDistance(c, x, at, difference, 0));
    }

    /** The second most probable that has a density; -1 if none has. */
    private int second(Membership membership, int first) {
        int second = -1;
        for (int c = 0; c < components.k; c++) {
            double log = membership.log(c);
            if (c != first && log > Double.NEGATIVE_INFINITY && (second < 0 || log > membership.log(second))) {
                second = c;
            }
        }
        return second;
    }

    Components components() {
        return components;
    }

    double outsideQuantile() {
        return outside;
    }

    /** {@return the family, the sizes and BIC} */
    @Override
    public String toString() {
        return "GaussianMixtureModel[" + covariance.code() + ", sizes " + fit.sizes() + ", BIC " + fit.bic() + "]";
    }
}
