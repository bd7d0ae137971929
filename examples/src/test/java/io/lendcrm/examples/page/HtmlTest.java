package io.lendcrm.examples.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void numbersHaveATrueMinusAndNoSignAtZero() {
        assertThat(Html.number("%+.1f", -1.25)).isEqualTo("\u22121.3");
        assertThat(Html.number("%+.1f", 1.25)).isEqualTo("+1.3");
        assertThat(Html.number("%+.1f", -0.04)).isEqualTo("0.0");
        assertThat(Html.number("%+.1f", 0.04)).isEqualTo("0.0");
        assertThat(Html.number("%.0f %%", -0.2)).isEqualTo("0 %");
        assertThat(Html.number("%+.2f", -0.04)).isEqualTo("\u22120.04");
    }

    @Test
    void aLineChartWritesTheTickInTheMiddleInFull() {
        String chart = new LineChart("income", List.of("2025"), List.of(0.04), List.of(0.01))
                .html()
                .markup();

        assertThat(chart).contains(">0</text>", ">0.025</text>", ">0.05</text>");
    }

    @Test
    void aTreeIsCutBetweenTheMergesThatMadeItsGroupsAndThoseThatWouldJoinThem() {
        List<TreeChart.Merge> merges = List.of(
                new TreeChart.Merge(0, 1, 1, 2), new TreeChart.Merge(2, 3, 3, 2), new TreeChart.Merge(4, 5, 10, 4));

        // The drawing is 314 wide from 40 on for a distance of 10; between 3 and 10 lies 6.5.
        assertThat(new TreeChart("tree", merges, 4, 2).html().markup())
                .contains("<line class=\"mean\" x1=\"244.1\"", "Distance of what merges", ">10.0</text>");
        assertThat(new TreeChart("tree", merges, 4, 1).html().markup()).doesNotContain("<line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeChart("tree", merges, 4, 5))
                .withMessage("groups must be within [1, rows=4], found 5");
    }
}
