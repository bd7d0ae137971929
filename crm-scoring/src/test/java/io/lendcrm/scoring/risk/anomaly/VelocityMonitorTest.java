package io.lendcrm.scoring.risk.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.ReasonCatalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VelocityMonitorTest {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private static Activity activity(int minute, String client, double amount, Map<String, String> attributes) {
        return new Activity(START.plusSeconds(60L * minute), ClientId.of(client), amount, attributes);
    }

    @Test
    void flagsTooManyTooFastAndTooMuch() {
        VelocityMonitor monitor = VelocityMonitor.of(List.of(
                new VelocityRule.Count("burst", "", Duration.ofMinutes(10), 2),
                new VelocityRule.Amount("day-sum", "", Duration.ofDays(1), 1000)));

        assertThat(monitor.judge(activity(0, "A", 400, Map.of()))).isEmpty();
        assertThat(monitor.judge(activity(4, "A", 400, Map.of()))).isEmpty();
        assertThat(monitor.judge(activity(5, "B", 900, Map.of()))).isEmpty();
        List<Flag> flags = monitor.judge(activity(9, "A", 250, Map.of()));
        assertThat(flags).extracting(Flag::rule).containsExactly("burst", "day-sum");
        assertThat(flags).extracting(Flag::value).containsExactly(3.0, 1050.0);
        assertThat(flags).extracting(Flag::threshold).containsExactly(2.0, 1000.0);
        // the first is exactly ten minutes old now and no longer counts
        assertThat(monitor.judge(activity(10, "A", 1, Map.of())))
                .extracting(Flag::rule)
                .containsExactly("burst", "day-sum");
        assertThat(monitor.judge(activity(20, "A", 1, Map.of())))
                .extracting(Flag::rule)
                .containsExactly("day-sum");
        assertThat(monitor.judge(activity(2000, "A", 1, Map.of()))).isEmpty();
    }

    @Test
    void sumsABusyKeyInOnePassAndToTheLastDigit() {
        VelocityMonitor monitor =
                VelocityMonitor.of(List.of(new VelocityRule.Amount("sum", "till", Duration.ofMinutes(50_000), 1e-9)));
        SplittableRandom random = new SplittableRandom(5);
        BigDecimal exact = BigDecimal.ZERO;
        double[] amounts = new double[200_000];
        List<Flag> flags = List.of();
        for (int minute = 0; minute < amounts.length; minute++) {
            amounts[minute] = Math.scalb(random.nextDouble() + 0.1, random.nextInt(-20, 30));
            exact = exact.add(new BigDecimal(amounts[minute]));
            if (minute >= 50_000) {
                exact = exact.subtract(new BigDecimal(amounts[minute - 50_000]));
            }
            flags = monitor.judge(activity(minute, "A", amounts[minute], Map.of("till", "1")));
            if (minute % 1000 == 0) {
                assertThat(flags.get(0).value()).isEqualTo(exact.doubleValue());
            }
        }
        assertThat(flags).hasSize(1);
    }

    @Test
    void refusesTimesWindowsAndAmountsThatCantBeCounted() {
        assertThatThrownBy(() -> new VelocityRule.Count("many", "", Duration.ofDays(40_000), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window of many must be at most PT876600H");
        assertThatThrownBy(() -> new Activity(Instant.MAX, ClientId.of("A"), 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at must be within");
        assertThatThrownBy(() -> activity(0, "A", 1e300, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount must be within [0, 1.0E15]");
    }

    @Test
    void flagsStrangersOfKnownClientsAndRingsOfApplicants() {
        VelocityMonitor monitor = VelocityMonitor.of(List.of(
                new VelocityRule.FirstSeen("new-payee", "counterparty", 500, 2),
                new VelocityRule.Shared("shared-phone", "phone", Duration.ofDays(30), 2)));

        assertThat(monitor.judge(activity(0, "A", 900, Map.of("counterparty", "x"))))
                .isEmpty(); // not known yet
        assertThat(monitor.judge(activity(1, "A", 900, Map.of("counterparty", "x"))))
                .isEmpty();
        assertThat(monitor.judge(activity(2, "A", 499, Map.of("counterparty", "y"))))
                .isEmpty(); // too small
        assertThat(monitor.judge(activity(3, "A", 500, Map.of("counterparty", "z"))))
                .singleElement()
                .satisfies(flag -> assertThat(flag.rule()).isEqualTo("new-payee"));
        assertThat(monitor.judge(activity(4, "A", 500, Map.of("counterparty", "z"))))
                .isEmpty();

        assertThat(monitor.judge(activity(5, "P", 0, Map.of("phone", "1")))).isEmpty();
        assertThat(monitor.judge(activity(6, "P", 0, Map.of("phone", "1")))).isEmpty(); // the same client again
        assertThat(monitor.judge(activity(7, "Q", 0, Map.of("phone", "1")))).isEmpty();
        Flag ring = monitor.judge(activity(8, "R", 0, Map.of("phone", "1"))).get(0);
        assertThat(ring.value()).isEqualTo(3);
        assertThat(ring.reason().contribution()).isEqualTo(1);
        assertThat(monitor.judge(activity(9 + 30 * 1440, "S", 0, Map.of("phone", "1"))))
                .isEmpty();
        assertThat(monitor.activities()).isEqualTo(10);
    }

    @Test
    void agreesWithLookingBackThroughEverything() {
        Duration hour = Duration.ofHours(1);
        VelocityMonitor monitor = VelocityMonitor.of(List.of(
                new VelocityRule.Count("c", "device", hour, 4),
                new VelocityRule.Amount("a", "", hour, 300),
                new VelocityRule.Shared("s", "device", hour, 3)));
        SplittableRandom random = new SplittableRandom(12);
        List<Activity> past = new ArrayList<>();
        int minute = 0;
        int flags = 0;
        for (int i = 0; i < 3000; i++) {
            minute += random.nextInt(6);
            Activity now = activity(
                    minute, "C" + random.nextInt(15), random.nextInt(100), Map.of("device", "D" + random.nextInt(12)));
            past.add(now);
            List<Activity> window = past.stream()
                    .filter(a -> Duration.between(a.at(), now.at()).compareTo(hour) < 0)
                    .toList();
            List<Activity> device = window.stream()
                    .filter(a -> a.attributes().equals(now.attributes()))
                    .toList();
            List<String> expected = new ArrayList<>();
            if (device.size() > 4) {
                expected.add("c");
            }
            if (window.stream()
                            .filter(a -> a.client().equals(now.client()))
                            .mapToDouble(Activity::amount)
                            .sum()
                    > 300) {
                expected.add("a");
            }
            if (device.stream().map(Activity::client).distinct().count() > 3) {
                expected.add("s");
            }
            flags += expected.size();
            assertThat(monitor.judge(now)).extracting(Flag::rule).containsExactlyElementsOf(expected);
        }
        assertThat(flags).isGreaterThan(100);
    }

    @Test
    void theEvidenceIsToldInBothLanguagesAndNamesNobody() {
        VelocityMonitor monitor =
                VelocityMonitor.of(List.of(new VelocityRule.Shared("shared-phone", "phone", Duration.ofHours(2), 1)));
        monitor.judge(activity(0, "Li-Wei", 0, Map.of("phone", "13912345678")));
        Flag flag = monitor.judge(activity(1, "Ana", 0, Map.of("phone", "13912345678")))
                .get(0);

        assertThat(ReasonCatalogue.standard().text(flag.reason(), Locale.ENGLISH))
                .isEqualTo("shared-phone: 2 clients within 2 hours, more than 1");
        assertThat(ReasonCatalogue.standard().text(flag.reason(), Locale.CHINESE))
                .contains("2 小时")
                .contains("2 个客户");
        assertThat(flag + activity(1, "Ana", 0, Map.of("phone", "13912345678")).toString())
                .doesNotContain("13912345678")
                .doesNotContain("Ana");
    }

    @Test
    void timeDoesNotRunBack() {
        VelocityMonitor monitor = VelocityMonitor.of(List.of());
        monitor.judge(activity(5, "A", 0, Map.of()));

        assertThatThrownBy(() -> monitor.judge(activity(4, "A", 0, Map.of())))
                .hasMessage(
                        "activities must be in order of time, found 2026-03-01T09:04:00Z after 2026-03-01T09:05:00Z");
        VelocityRule rule = new VelocityRule.Count("x", "", Duration.ofDays(1), 1);
        assertThatThrownBy(() -> VelocityMonitor.of(List.of(rule, rule)))
                .hasMessage("rules must have distinct names, found [x, x]");
        assertThatThrownBy(() -> new VelocityRule.Count("x", "", Duration.ZERO, 1))
                .hasMessageContaining("window above 0");
    }
}
