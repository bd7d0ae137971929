package io.lendcrm.examples.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Portraits for the sample report. */
final class SamplePortraits {
    private SamplePortraits() {}

    static Portrait portrait(String client, String name, long seed) {
        List<Portrait.Event> events = events(seed);
        Text card = Text.of("KPI card", "KPI 评分卡");
        LocalDate asOf = SampleReport.AS_OF;
        return new Portrait(
                client,
                Text.same(name),
                Text.of("Enterprise, small", "小型企业"),
                List.of(
                        fact("Industry", "行业", Text.of("Cold storage (GB/T 4754: 5930)", "低温仓储（GB/T 4754：5930）")),
                        fact("Founded", "成立日期", Text.same("2009-03-12")),
                        fact("Employees", "从业人数", Text.same("64")),
                        fact("Relationship manager", "客户经理", Text.same("RM-17"))),
                List.of(
                        new Portrait.MeasureLine(
                                Text.of("Expected value", "预期价值"),
                                48_210.55,
                                null,
                                Text.same("CNY"),
                                Text.same("bg-nbd + gamma-gamma"),
                                asOf,
                                List.of(new ReasonLine(
                                        "frequency",
                                        Text.of("31 transactions in 42 months", "42 个月内 31 笔交易"),
                                        12_400))),
                        new Portrait.MeasureLine(
                                Text.of("KPI score", "KPI 评分"),
                                71.4,
                                null,
                                Text.of("points", "分"),
                                card,
                                asOf,
                                List.of(
                                        new ReasonLine("r", Text.of("last dealt 3 days ago", "3 天前有往来"), 6.2),
                                        new ReasonLine("c", Text.of("two complaints this year", "今年投诉两次"), -2.4))),
                        new Portrait.MeasureLine(
                                Text.of("RFM segment", "RFM 分群"),
                                null,
                                Text.of("Champions", "重要价值客户"),
                                SampleReport.NONE,
                                Text.of("RFM 5 · 5 · 4", "RFM 5 · 5 · 4"),
                                asOf,
                                List.of()),
                        new Portrait.MeasureLine(
                                Text.of("Interest cover", "利息保障倍数"),
                                null,
                                null,
                                SampleReport.NONE,
                                Text.of("statement of 2022", "2022 年报表"),
                                LocalDate.of(2023, 4, 30),
                                List.of())),
                List.of(
                        new Portrait.Preference(
                                Text.of("Channel", "渠道"),
                                14.2,
                                List.of(
                                        new Portrait.Share(Text.of("Mobile", "手机"), 0.58),
                                        new Portrait.Share(Text.of("Branch", "网点"), 0.27),
                                        new Portrait.Share(Text.of("Phone", "电话"), 0.15))),
                        new Portrait.Preference(Text.of("Tenor", "期限"), 0.4, List.of())),
                List.of(
                        new Portrait.Flag(
                                Text.of("Late twice this year", "今年逾期两次"),
                                Text.of("12 and 5 days past due, both cured", "逾期 12 天与 5 天，均已结清"),
                                Findings.Severity.WARNING,
                                LocalDate.of(2024, 2, 14)),
                        new Portrait.Flag(
                                Text.of("Green firm", "绿色企业"),
                                Text.of("certified until 2026", "认证有效期至 2026 年"),
                                Findings.Severity.NOTE,
                                null)),
                events,
                cumulative(events));
    }

    private static Portrait.Fact fact(String en, String zh, Text value) {
        return new Portrait.Fact(Text.of(en, zh), value, Text.of("client file", "客户档案"), LocalDate.of(2021, 1, 4));
    }

    private static List<Portrait.Event> events(long seed) {
        Random random = new Random(seed);
        Text[] kinds = {
            Text.of("Disbursement", "放款"),
            Text.of("Repayment", "还款"),
            Text.of("Transaction", "交易"),
            Text.of("Contact", "联系"),
            Text.of("Complaint", "投诉")
        };
        double[] often = {0.06, 0.4, 0.76, 0.95, 1.0};
        List<Portrait.Event> events = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            double u = random.nextDouble();
            int kind = 0;
            while (u > often[kind]) {
                kind++;
            }
            Double amount = kind > 2 ? null : Math.rint(Math.exp(9 + random.nextGaussian())) * (kind == 0 ? 6 : 1);
            events.add(new Portrait.Event(
                    LocalDate.of(2021, 1, 4).plusDays(random.nextInt(1270)),
                    kinds[kind],
                    amount,
                    kind == 4 ? Text.of("slow answer", "答复缓慢") : SampleReport.NONE));
        }
        events.sort(Comparator.comparing(Portrait.Event::on));
        return events;
    }

    private static List<Portrait.Balance> cumulative(List<Portrait.Event> events) {
        List<Portrait.Balance> balances = new ArrayList<>();
        double total = 0;
        for (Portrait.Event event : events) {
            Double amount = event.amount();
            if (amount != null) {
                total += amount;
                balances.add(new Portrait.Balance(event.on(), total));
            }
        }
        return balances;
    }
}
