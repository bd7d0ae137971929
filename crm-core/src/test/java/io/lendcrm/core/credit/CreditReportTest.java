package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditReportTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    @Test
    void theHistoryTellsTheWorstMonth() {
        CreditReport report = report().daysPastDue(
                        Map.of(YearMonth.of(2024, 4), 0, YearMonth.of(2024, 5), 31, YearMonth.of(2024, 6), 3))
                .build();

        assertThat(report.worstDaysPastDue()).hasValue(31);
        assertThat(report().build().worstDaysPastDue()).isEmpty();
    }

    @Test
    void inquiriesAreCountedBackFromTheReport() {
        CreditReport report = report().inquiries(List.of(DAY, DAY.minusDays(29), DAY.minusDays(30), DAY.minusDays(200)))
                .build();

        assertThat(report.inquiriesWithin(30)).isEqualTo(2);
        assertThat(report.inquiriesWithin(31)).isEqualTo(3);
        assertThat(report.inquiriesWithin(365)).isEqualTo(4);
    }

    @Test
    void aReportIsValidFromItsDayToItsLastDay() {
        CreditReport report = report().build();

        assertThat(report.isValidOn(DAY.minusDays(1))).isFalse();
        assertThat(report.isValidOn(DAY)).isTrue();
        assertThat(report.isValidOn(DAY.plusDays(30))).isTrue();
        assertThat(report.isValidOn(DAY.plusDays(31))).isFalse();
    }

    /** Codes A30 to A34 of the German credit data (Hofmann 1994) are one status each, from the best. */
    @Test
    void statusCodesOfPublicDataMapWithoutLoss() {
        Map<String, CreditReport.Status> german = Map.of(
                "A30", CreditReport.Status.NO_OPEN_CREDIT,
                "A31", CreditReport.Status.SETTLED_HERE,
                "A32", CreditReport.Status.DULY_PAID,
                "A33", CreditReport.Status.DELAYED,
                "A34", CreditReport.Status.CRITICAL);

        assertThat(german.values()).doesNotHaveDuplicates().containsExactlyInAnyOrder(CreditReport.Status.values());
        assertThat(german.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue))
                .isSorted();
    }

    @Test
    void theBuilderNamesAllMissingPartsAtOnce() {
        assertThatThrownBy(() -> CreditReport.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CreditReport needs client, source, reportedOn, validUntil, recordedAt");
    }

    @Test
    void impossibleReportsAreRefusedWithoutTellingTheirContent() {
        assertThatThrownBy(() -> report().openLines(-7).build()).hasMessage("openLines must be at least 0");
        assertThatThrownBy(() -> report().totalDebt(Money.parse("-7", "EUR")).build())
                .hasMessage("totalDebt must not be negative");
        assertThatThrownBy(() ->
                        report().daysPastDue(Map.of(YearMonth.of(2024, 4), -7)).build())
                .hasMessage("daysPastDue must be at least 0 in every month");
        assertThatThrownBy(() -> report().validUntil(DAY.minusDays(1)).build())
                .hasMessage("validUntil must not be before reportedOn=2024-06-30, found 2024-06-29");
    }

    private static CreditReport.Builder report() {
        return CreditReport.builder()
                .client(ClientId.of("c-1"))
                .source(SourceId.of("bureau"))
                .reportedOn(DAY)
                .validUntil(DAY.plusDays(30))
                .recordedAt(Instant.EPOCH);
    }
}
