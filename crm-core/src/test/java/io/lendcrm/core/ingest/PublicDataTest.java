package io.lendcrm.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.ingest.DelimitedFile.Header;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Rule;
import io.lendcrm.core.quality.RuleSet;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The public data sets, against the counts that their README files publish. */
class PublicDataTest {

    @Test
    void theCdnowSampleHasBlanksAndNoHeader() {
        DelimitedFile file = cdnow("clv/CDNOW_sample.txt");
        BigDecimal[] sum = {BigDecimal.ZERO};
        PurchaseSummarizer weeks = PurchaseSummarizer.until(LocalDate.of(1997, 9, 30), CalendarUnit.WEEK);

        QualityReport report = file.forEach(row -> sum[0] = sum[0].add(row.decimal("5")));
        QualityReport poured = PurchaseLog.of(file, "2", "3").withAmount("5").into(weeks);

        assertClean(report, 6_919);
        assertThat(poured).isEqualTo(report);
        assertThat(weeks.size()).isEqualTo(2_357);
        assertThat(repeaters(weeks.summaries())).isEqualTo(946);
    }

    @Test
    void theCdnowMasterHasAHeader() {
        PurchaseSummarizer all = PurchaseSummarizer.until(LocalDate.of(1998, 6, 30), CalendarUnit.WEEK);

        QualityReport report = PurchaseLog.of(cdnow("clv/CDNOW_master.txt"), "customer_id", "date")
                .withAmount("dollar_value")
                .into(all);

        assertClean(report, 69_659);
        assertThat(all.size()).isEqualTo(23_570);
    }

    @Test
    void berkaHasSemicolonsQuotesAndCarriageReturns() {
        assertClean(count("berka/account.asc"), 4_500);
        assertClean(count("berka/client.asc"), 5_369);
        assertClean(count("berka/disp.asc"), 5_369);
        assertClean(count("berka/order.asc"), 6_471);
        assertClean(count("berka/card.asc"), 892);
        assertClean(count("berka/district.asc"), 77);
        Map<String, Integer> status = new TreeMap<>();
        BigDecimal[] amounts = {BigDecimal.ZERO};
        QualityReport loans = DelimitedFile.of(RealData.file("berka/loan.asc"))
                .withDays(DayFormat.of("yyMMdd", 1900))
                .forEach(row -> {
                    status.merge(row.text("status"), 1, Integer::sum);
                    amounts[0] = amounts[0].add(row.decimal("amount"));
                    assertThat(row.date("date").getYear()).isBetween(1993, 1998);
                    assertThat(row.decimal("payments").multiply(BigDecimal.valueOf(row.whole("duration"))))
                            .isEqualByComparingTo(row.decimal("amount"));
                });
        assertClean(loans, 682);
        assertThat(status).isEqualTo(Map.of("A", 203, "B", 31, "C", 403, "D", 45));
        assertThat(amounts[0]).isEqualByComparingTo("103261740");
    }

    @Test
    void berkaTransactionsArePackedAndAddUp() {
        Map<String, BigDecimal> first = new HashMap<>();
        assertClean(sumByType("berka/trans-loan-accounts.csv.gz", first), 54_694);
        assertThat(first.get("PRIJEM")).isEqualByComparingTo("263164543.50");
        assertThat(first.get("VYDAJ").add(first.get("VYBER"))).isEqualByComparingTo("234645764.60");
        Map<String, BigDecimal> second = new HashMap<>();
        assertClean(sumByType("berka/trans-1993-01-to-1994-03-30.csv.gz", second), 46_997);
        assertThat(second.get("PRIJEM")).isEqualByComparingTo("176961254.80");
        assertThat(second.get("VYDAJ").add(second.getOrDefault("VYBER", BigDecimal.ZERO)))
                .isEqualByComparingTo("137664492.00");
    }

    @Test
    void onlineRetailIsPackedWithTimes() {
        Map<String, BigDecimal> sums = new HashMap<>();
        Set<String> customers = new HashSet<>();

        QualityReport report = DelimitedFile.of(RealData.file("online-retail/invoices-2010-12-to-2011-12.csv.gz"))
                .forEach(row -> {
                    row.date("invoice_time");
                    sums.merge(row.text("type"), row.decimal("amount_gbp"), BigDecimal::add);
                    if (row.text("type").equals("purchase")) {
                        customers.add(row.text("customer_id"));
                    }
                });

        assertClean(report, 22_186);
        assertThat(sums.get("purchase")).isEqualByComparingTo("8911407.90");
        assertThat(sums.get("return")).isEqualByComparingTo("-611342.09");
        assertThat(customers).hasSize(4_339);
    }

    @Test
    void theCreditApplicantsMiss455Values() {
        String[] columns = {
            "Status",
            "Seniority",
            "Home",
            "Time",
            "Age",
            "Marital",
            "Records",
            "Job",
            "Expenses",
            "Income",
            "Assets",
            "Debt",
            "Amount",
            "Price"
        };
        Map<String, Integer> missing = new TreeMap<>();
        RuleSet rules = RuleSet.of(
                Arrays.stream(columns).map(c -> Rule.required(c).asWarning()).toArray(Rule[]::new));
        RuleSet.Checker checker = rules.checker();

        QualityReport read = DelimitedFile.of(RealData.file("segmentation/credit-data.csv"))
                .forEach(row -> checker.check(row).forEach(f -> missing.merge(f.field(), 1, Integer::sum)));

        assertClean(read, 4_454);
        assertThat(missing)
                .isEqualTo(Map.of("Income", 381, "Assets", 47, "Debt", 18, "Home", 6, "Job", 2, "Marital", 1));
        assertThat(checker.report().count("completeness")).isEqualTo(455);
        assertThat(checker.report().accepted()).isEqualTo(4_454);
    }

    @Test
    void tablesOfTheSegmentationSetsHaveTheirTypes() {
        FeatureTable credit = table("segmentation/credit-data.csv", 4_454);
        long missing = 0;
        for (int column = 0; column < credit.schema().size(); column++) {
            for (double value : credit.column(column)) {
                missing += Double.isNaN(value) ? 1 : 0;
            }
        }
        assertThat(missing).isEqualTo(455);
        FeatureTable wholesale = table("segmentation/wholesale-customers.csv", 440);
        double sum = 0;
        for (double value : wholesale.column(wholesale.schema().indexOf("fresh"))) {
            sum += value;
        }
        assertThat(sum).isEqualTo(5_280_131);
        assertThat(table("segmentation/iris.csv", 150).schema().feature(4).levels())
                .hasSize(3);
        table("segmentation/bank-marketing.csv", 4_521);
        table("segmentation/german-credit.csv", 1_000);
        table("segmentation/sba-california-realestate.csv", 2_101);
    }

    private static FeatureTable table(String name, int rows) {
        TableReader.Result result =
                TableReader.of(DelimitedFile.of(RealData.file(name))).read();
        assertClean(result.report(), rows);
        return result.table();
    }

    private static QualityReport sumByType(String name, Map<String, BigDecimal> sums) {
        return DelimitedFile.of(RealData.file(name)).forEach(row -> {
            row.date("date");
            sums.merge(row.text("type"), row.decimal("amount"), BigDecimal::add);
        });
    }

    private static QualityReport count(String name) {
        return DelimitedFile.of(RealData.file(name)).withHeader(Header.YES).forEach(row -> {});
    }

    private static DelimitedFile cdnow(String name) {
        return DelimitedFile.of(RealData.file(name))
                .withDelimiter(Delimiter.WHITESPACE)
                .withDays(DayFormat.of("yyyyMMdd"));
    }

    private static long repeaters(PurchaseSummaries summaries) {
        long repeaters = 0;
        for (int row = 0; row < summaries.size(); row++) {
            repeaters += summaries.frequency(row) > 0 ? 1 : 0;
        }
        return repeaters;
    }

    private static void assertClean(QualityReport report, long rows) {
        assertThat(report.samples()).isEmpty();
        assertThat(report.read()).isEqualTo(rows);
        assertThat(report.rejected()).isZero();
    }
}
