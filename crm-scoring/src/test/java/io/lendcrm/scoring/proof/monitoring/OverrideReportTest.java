package io.lendcrm.scoring.proof.monitoring;

import static io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Outcome.BAD;
import static io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Outcome.GOOD;
import static io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Outcome.OPEN;
import static io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Verdict.ACCEPT;
import static io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Verdict.DECLINE;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverrideReportTest {

    private final OverrideReport report = OverrideReport.of(decisions());

    private static List<ReviewedDecision> decisions() {
        List<ReviewedDecision> all = new ArrayList<>();
        all.addAll(nCopies(80, new ReviewedDecision(ACCEPT, ACCEPT, "", GOOD)));
        all.addAll(nCopies(4, new ReviewedDecision(ACCEPT, ACCEPT, "", BAD)));
        all.addAll(nCopies(6, new ReviewedDecision(ACCEPT, ACCEPT, "", OPEN)));
        all.addAll(nCopies(10, new ReviewedDecision(ACCEPT, DECLINE, "forged-papers", OPEN)));
        all.addAll(nCopies(38, new ReviewedDecision(DECLINE, DECLINE, "", OPEN)));
        all.addAll(nCopies(7, new ReviewedDecision(DECLINE, ACCEPT, "known-guarantor", GOOD)));
        all.addAll(nCopies(5, new ReviewedDecision(DECLINE, ACCEPT, "branch-manager", BAD)));
        return all;
    }

    @Test
    void ratesAreOfThoseTheSystemDecidedSo() {
        assertThat(report.decisions()).isEqualTo(150);
        assertThat(report.lowSideRate(0.95).value()).isCloseTo(12.0 / 50, within(1e-15));
        assertThat(report.highSideRate(0.95).value()).isCloseTo(0.1, within(1e-15));
        assertThat(report.rate(0.95).value()).isCloseTo(22.0 / 150, within(1e-15));
        // Clopper and Pearson for 10 of 100, as R's binom.test prints it
        assertThat(report.highSideRate(0.95).lower()).isCloseTo(0.04900469, within(1e-7));
        assertThat(report.highSideRate(0.95).upper()).isCloseTo(0.17622260, within(1e-7));
        assertThat(report.reasons())
                .isEqualTo(Map.of("forged-papers", 10L, "known-guarantor", 7L, "branch-manager", 5L));
    }

    @Test
    void outcomesTellWhoWasRight() {
        assertThat(report.lowSideTotal().badRate(0.95).value()).isCloseTo(5.0 / 12, within(1e-15));
        assertThat(report.agreed().badRate(0.95).value()).isCloseTo(4.0 / 84, within(1e-15));
        assertThat(report.lowSide().get("branch-manager").badRate(0.95).value()).isEqualTo(1);
        assertThat(report.lowSideWorse()).isCloseTo(fisher(), within(1e-12)).isLessThan(0.01);
    }

    /** At least 5 of the 9 bads among 12 of 96. */
    private static double fisher() {
        double probability = 0;
        for (int bads = 5; bads <= 9; bads++) {
            probability += choose(9, bads) * choose(87, 12 - bads) / choose(96, 12);
        }
        return probability;
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    @Test
    void reportsAddUp() {
        List<ReviewedDecision> all = decisions();
        OverrideReport parts = OverrideReport.of(all.subList(0, 97)).merge(OverrideReport.of(all.subList(97, 150)));

        assertThat(parts).isEqualTo(report);
    }

    @Test
    void nobodyDecidedIsNoRate() {
        OverrideReport none = OverrideReport.of(List.of());

        assertThat(none.lowSideRate(0.95).upper()).isEqualTo(1);
        assertThat(none.lowSideWorse()).isEqualTo(1);
        assertThatThrownBy(() -> new ReviewedDecision(ACCEPT, DECLINE, "x", BAD))
                .hasMessage("outcome of an application that was declined must be OPEN, found BAD");
        assertThatThrownBy(() -> new ReviewedDecision(ACCEPT, ACCEPT, "x", BAD))
                .hasMessage("reason must be empty where the decisions agree, found \"x\"");
    }
}
