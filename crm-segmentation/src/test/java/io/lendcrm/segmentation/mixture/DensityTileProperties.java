package io.lendcrm.segmentation.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rows together have the bits that rows alone have. */
class DensityTileProperties {

    @Property(tries = 100)
    void aTileHasTheDensitiesOfItsRows(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int k,
            @ForAll @IntRange(min = 1, max = 9) int d,
            @ForAll @IntRange(min = 1, max = DensityTile.ROWS) int rows,
            @ForAll boolean alongAxes) {
        SplittableRandom random = new SplittableRandom(seed);
        Components components = new Components(
                random.doubles(k, 0.1, 1).toArray(),
                random.doubles((long) k * d, -5, 5).toArray(),
                covariances(random, k, d, alongAxes),
                alongAxes);
        double[] x = random.doubles((long) (rows + 1) * d, -9, 9).toArray();

        DensityTile tile = new DensityTile(components);
        tile.take(x, 1, rows);

        double[] log = new double[k];
        for (int row = 0; row < rows; row++) {
            double most = tile.logDensities(row, log);
            for (int c = 0; c < k; c++) {
                assertThat(log[c])
                        .isEqualTo(components.logDensity(c, x, (row + 1) * d, new double[d], 0))
                        .isLessThanOrEqualTo(most);
            }
        }
    }

    /** A Aᵀ + I, or its diagonal. */
    private static double[] covariances(SplittableRandom random, int k, int d, boolean alongAxes) {
        int size = Components.triangle(d);
        double[] all = new double[k * size];
        for (int c = 0; c < k; c++) {
            double[] a = random.doubles((long) d * d, -1, 1).toArray();
            for (int i = 0; i < d; i++) {
                for (int j = alongAxes ? i : 0; j <= i; j++) {
                    double sum = i == j ? 1 : 0;
                    for (int m = 0; m < d; m++) {
                        sum += a[i * d + m] * a[j * d + m];
                    }
                    all[c * size + Components.triangle(i) + j] = sum;
                }
            }
        }
        return all;
    }
}
