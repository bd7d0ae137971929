package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.time.CalendarUnit;
import org.junit.jupiter.api.Test;

class PurchaseSummariesTest {

    private static final double[] NONE = {};

    @Test
    void equalRowsAreWeighedWhereTheFirstOfThemStood() {
        PurchaseSummaries rows = PurchaseSummaries.of(
                CalendarUnit.WEEK,
                new int[] {1, 0, 1, 0, 1},
                new double[] {3, 0, 3, 0, 3},
                new double[] {9, 5, 9, 5, 9},
                new double[] {1, 2, 0.5, 1, 4},
                new double[] {7, 0, 7, 0, 8});
        assertThat(rows.compressed())
                .isEqualTo(PurchaseSummaries.of(
                        CalendarUnit.WEEK,
                        new int[] {1, 0, 1},
                        new double[] {3, 0, 3},
                        new double[] {9, 5, 9},
                        new double[] {1.5, 3, 4},
                        new double[] {7, 0, 8}));
        assertThat(rows.withoutSpend().compressed().size()).isEqualTo(2);
        assertThat(rows.compressed().clients()).isEqualTo(rows.clients()).isEqualTo(8.5);
    }

    @Test
    void bothZerosAreOneNumber() {
        PurchaseSummaries rows =
                PurchaseSummaries.of(CalendarUnit.DAY, new int[] {0, 0}, new double[] {0.0, -0.0}, new double[] {1, 1});
        assertThat(rows.compressed().size()).isEqualTo(1);
    }

    @Test
    void rowsOfOtherTimesBetweenPurchasesDiffer() {
        PurchaseSummaries rows = PurchaseSummaries.of(
                CalendarUnit.WEEK, new int[] {2, 2, 2}, new double[] {4, 4, 4}, new double[] {9, 9, 9});
        PurchaseSummaries known = rows.withLogIntervals(new double[] {Math.log(3), 2 * Math.log(2), Math.log(3)});

        assertThat(rows.compressed().size()).isEqualTo(1);
        assertThat(known.compressed().size()).isEqualTo(2);
        assertThat(known.compressed().logIntervals(0)).isEqualTo(Math.log(3));
        assertThat(known).isNotEqualTo(rows);
        assertThat(known.withoutSpend()).isEqualTo(known);
        assertThatThrownBy(() -> rows.logIntervals(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rows.withLogIntervals(new double[] {0, 1.5, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("row 2: logIntervals must be finite and at most x ln(t_x/x)=1.386");
    }

    @Test
    void impossibleRowsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {0, 1}, new double[] {0, 60}, new double[] {52, 52}))
                .withMessage("row 2: recency must be within [0, age=52.0], found 60.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {-1}, new double[] {0}, new double[] {52}))
                .withMessage("row 1: frequency must be at least 0, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {1}, new double[] {Double.NaN}, new double[] {52}))
                .withMessageContaining("row 1: recency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {1}, new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                .withMessageContaining("row 1: age must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {1}, new double[] {1, 2}, new double[] {3}))
                .withMessage("recency must have 1 rows, found 2");
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PurchaseSummaries.of(
                            CalendarUnit.DAY, new int[1], new double[1], new double[1], new double[] {bad}, NONE))
                    .withMessage("row 1: weight must be finite and above 0, found " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSummaries.of(
                        CalendarUnit.DAY, new int[1], new double[1], new double[1], NONE, new double[] {Double.NaN}))
                .withMessage("row 1: spend must be finite, found NaN");
    }

    @Test
    void arraysAreCopied() {
        int[] x = {1};
        double[] recency = {2};
        PurchaseSummaries rows = rows(x, recency, new double[] {3});
        x[0] = 9;
        recency[0] = 0;
        assertThat(rows.summary(0)).isEqualTo(new PurchaseSummary(1, 2, 3));
        assertThat(rows.weight(0)).isEqualTo(1);
    }

    @Test
    void amountsThatAreUnknownCannotBeRead() {
        PurchaseSummaries rows = rows(new int[] {1}, new double[] {2}, new double[] {3});
        assertThat(rows.hasSpend()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> rows.spend(0));
    }

    private static PurchaseSummaries rows(int[] frequency, double[] recency, double[] age) {
        return PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age);
    }
}
