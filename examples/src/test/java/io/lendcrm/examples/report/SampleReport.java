package io.lendcrm.examples.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

/** A made-up report with every part filled, and one with the required parts alone. */
final class SampleReport {
    static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
    static final Text NONE = Text.same("");

    private SampleReport() {}

    static ReviewReport bare() {
        Title title = new Title(
                Text.same("CDNOW"),
                Text.of("A log of purchases.", "购买记录。"),
                AS_OF,
                LocalDate.of(1997, 1, 1),
                LocalDate.of(1998, 6, 30),
                "",
                1,
                1,
                List.of(),
                Map.of());
        Overview overview =
                new Overview(List.of(), 1, NONE, 12.5, NONE, List.of(), List.of(), Overview.Step.MONTH, List.of());
        return ReviewReport.of(title, overview, new Findings(List.of(), List.of()));
    }

    static ReviewReport full() {
        return ReviewReport.of(title(), overview(), findings())
                .withGate(gate())
                .withRfm(rfm())
                .withValue(value())
                .withPurchases(SamplePictures.purchases())
                .withLending(SamplePictures.lending())
                .withKpi(kpi())
                .withSegments(segments())
                .withPortraits(List.of(
                        SamplePortraits.portrait("C-0004711", "Harbour Cold Storage Ltd", 3),
                        SamplePortraits.portrait("C-0008150", "<img src=x onerror=document.title='hit'>", 5)))
                .withNotes(List.of(new ReviewReport.Note(
                        Text.of("Simulated data", "模拟数据"),
                        Text.of("No person or firm in this report exists.", "本报告中的个人与企业均不存在。"),
                        "",
                        "")));
    }

    private static Title title() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clients", "20000");
        parameters.put("seed", "42");
        parameters.put("horizon", "12 months");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("r", "0.2426");
        details.put("alpha", "4.4136");
        details.put("a", "0.7929");
        details.put("b", "2.4259");
        details.put("log-likelihood", "-9582.43");
        Map<String, String> clusters = new LinkedHashMap<>();
        clusters.put("k", "5");
        clusters.put("scale", "log1p-z");
        clusters.put("seed", "7");
        String hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        LocalDate from = LocalDate.of(2021, 1, 4);
        return new Title(
                Text.of("Northern Rivers Lending", "北川信贷"),
                Text.of(
                        "Simulated lender with known truth; corporate, small-business and private clients.",
                        "已知真值的模拟信贷机构，客户包括企业、小微与个人。"),
                AS_OF,
                from,
                LocalDate.of(2024, 6, 28),
                "CNY",
                20_000,
                1_284_377,
                List.of(
                        new Title.ModelLine(
                                Text.of("Expected transactions", "预期交易次数"),
                                "bg-nbd",
                                1,
                                18_211,
                                from,
                                AS_OF,
                                hash,
                                details),
                        new Title.ModelLine(
                                Text.of("Expected amount", "预期金额"),
                                "gamma-gamma",
                                1,
                                12_034,
                                from,
                                AS_OF,
                                hash,
                                Map.of("p", "6.2495")),
                        new Title.ModelLine(
                                Text.of("Clusters", "聚类"), "k-means", 1, 20_000, null, null, hash, clusters)),
                parameters);
    }

    private static Overview overview() {
        List<Overview.Period> growth = new ArrayList<>();
        Random random = new Random(1);
        for (int quarter = 0; quarter < 14; quarter++) {
            long born = 900 + 70L * quarter + random.nextInt(420);
            growth.add(new Overview.Period(
                    LocalDate.of(2021, 1, 1).plusMonths(3L * quarter), born, 20_000 + 12_000L * quarter + born * 7));
        }
        return new Overview(
                List.of(
                        new Count(Text.of("Individuals", "个人"), 13_320),
                        new Count(Text.of("Enterprises", "企业"), 4_930),
                        new Count(Text.of("Sole traders", "个体工商户"), 1_718),
                        new Count(Text.of("Project companies", "项目公司"), 32)),
                14_386,
                Text.of("dealt with us in the last 90 days", "近 90 天有往来"),
                4_812_334_120.55,
                Text.of("drawn and repaid in the period", "期间提款与还款合计"),
                List.of(
                        new Count(Text.of("Prospect", "潜在"), 1_120),
                        new Count(Text.of("New", "新客"), 2_480),
                        new Count(Text.of("Growing", "成长"), 4_605),
                        new Count(Text.of("Mature", "成熟"), 7_301),
                        new Count(Text.of("Declining", "衰退"), 2_704),
                        new Count(Text.of("Lapsed", "流失"), 1_790)),
                List.of(
                        new Count(Text.of("Manufacturing", "制造业"), 1_890),
                        new Count(Text.of("Wholesale and retail trade", "批发和零售业"), 1_611),
                        new Count(Text.of("Construction", "建筑业"), 905),
                        new Count(Text.of("Transport, storage and postal services", "交通运输、仓储和邮政业"), 760),
                        new Count(Text.of("Information technology", "信息技术服务业"), 588),
                        new Count(Text.of("Agriculture", "农、林、牧、渔业"), 412)),
                Overview.Step.QUARTER,
                growth);
    }

    private static Findings findings() {
        return new Findings(
                List.of(
                        new Findings.Feed("clients.csv", 20_014, 20_000, 14),
                        new Findings.Feed("interactions.csv.gz", 1_284_501, 1_284_377, 124)),
                List.of(
                        new Findings.Rule(
                                "amount.negative",
                                Text.of("Amounts are not negative", "金额不为负"),
                                Findings.Severity.ERROR,
                                81,
                                List.of(
                                        new Findings.Sample(
                                                "interactions.csv.gz", 10_482, "amount", "-1250.00", "at least 0"),
                                        new Findings.Sample(
                                                "interactions.csv.gz",
                                                88_120,
                                                "amount",
                                                "</script><script>alert(1)</script>",
                                                "a decimal number"))),
                        new Findings.Rule(
                                "id.duplicate",
                                Text.of("Identifiers are unique", "标识唯一"),
                                Findings.Severity.ERROR,
                                57,
                                List.of(new Findings.Sample("clients.csv", 313, "id", "C-00•••12", "not seen before"))),
                        new Findings.Rule(
                                "date.future",
                                Text.of("Nothing happens after the as-of day", "不得晚于观察日"),
                                Findings.Severity.WARNING,
                                1_206,
                                List.of(new Findings.Sample(
                                        "interactions.csv.gz",
                                        4_310,
                                        "occurred",
                                        "2024-07-02",
                                        "on or before 2024-06-30"))),
                        new Findings.Rule(
                                "industry.missing",
                                Text.of("Organisations have an industry", "机构须有行业"),
                                Findings.Severity.NOTE,
                                204,
                                List.of())));
    }

    private static Gate gate() {
        return new Gate(
                Text.of("client valuation", "客户价值评估"),
                318_220,
                List.of(
                        new Gate.Denial(
                                "consent.withdrawn", Text.of("Consent to profiling withdrawn", "已撤回画像同意"), 1_402),
                        new Gate.Denial("aml.stop", Text.of("Stopped by AML status", "反洗钱状态停止使用"), 38)));
    }

    private static RfmMap rfm() {
        List<RfmMap.Cell> cells = new ArrayList<>();
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                if (r == 1 && f == 5) {
                    continue;
                }
                long clients = Math.round(1600 * Math.exp(-0.35 * Math.abs(r - f)) * (r == f ? 1.2 : 0.55));
                cells.add(new RfmMap.Cell(r, f, clients, 800.0 * r + 4200.0 * f * f));
            }
        }
        String[][] names = {
            {"champions", "Champions", "重要价值客户", "Recent, frequent, high amounts: keep and reward them."},
            {"loyal", "Loyal", "重要保持客户", "Come often, a little less recently: offer the next product."},
            {"promising", "Promising", "重要发展客户", "New and active: help them to the second loan."},
            {"attention", "Need attention", "重要挽留客户", "Used to be good, now quiet: call them first."},
            {"asleep", "Asleep", "一般挽留客户", "Long silent, small amounts: automatic contact only."},
            {"lost", "Lost", "流失客户", "No contact for long: no active effort."},
        };
        long[] sizes = {3_810, 4_220, 2_950, 3_340, 3_020, 2_660};
        List<RfmMap.Segment> segments = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            segments.add(new RfmMap.Segment(
                    names[i][0],
                    Text.of(names[i][1], names[i][2]),
                    Text.of(names[i][3], "近期、频率与金额的组合特征，附建议做法。"),
                    sizes[i],
                    96_000.0 / (i + 1),
                    41_000.0 / (i * i + 1)));
        }
        return new RfmMap(
                5,
                Text.of("Quantile scores from 1 to 5; ties go to the lower score.", "按分位数打分，1 至 5 分；并列取低分。"),
                cells,
                segments);
    }

    private static double[] values() {
        Random random = new Random(7);
        return DoubleStream.generate(() -> Math.exp(7.2 + 1.25 * random.nextGaussian()))
                .limit(20_000)
                .toArray();
    }

    private static ValueBook value() {
        double[] values = values();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<ValueBook.TopClient> top = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double value = sorted[sorted.length - 1 - i];
            top.add(new ValueBook.TopClient(
                    String.format("C-%07d", 4711 + 977 * i),
                    i == 2 ? Text.same("<img src=x onerror=document.title='hit'>") : Text.of("Enterprise", "企业"),
                    Text.of("Champions", "重要价值客户"),
                    value,
                    value * 0.62,
                    value * 1.44,
                    0.99 - 0.02 * i,
                    24.4 - 1.7 * i,
                    List.of(
                            new ReasonLine(
                                    "amount.high",
                                    Text.of("mean amount is 6 times the book's", "平均金额为全体的 6 倍"),
                                    value * 0.5),
                            new ReasonLine("recency.fresh", Text.of("last dealt 3 days ago", "3 天前有往来"), value * 0.2),
                            new ReasonLine(
                                    "age.short", Text.of("client for 7 months only", "成为客户仅 7 个月"), -value * 0.05))));
        }
        return new ValueBook(
                Text.of("12 months", "12 个月"),
                Text.of(
                        "BG/NBD and Gamma-Gamma, discounted at 8 % a year, with the margin left out.",
                        "BG/NBD 与 Gamma-Gamma 模型，年贴现率 8%，未计利差。"),
                Arrays.stream(values).sum(),
                Distribution.of(values, 24),
                ValueBook.Concentration.of(values, 20),
                top);
    }

    private static KpiScores kpi() {
        Random random = new Random(11);
        double[] scores = DoubleStream.generate(() -> Math.max(0, Math.min(100, 58 + 14 * random.nextGaussian())))
                .limit(18_560)
                .toArray();
        return new KpiScores(
                Text.of(
                        "A weighted card of six indicators: what a client brings, how regularly, and how smoothly.",
                        "六项指标的加权评分卡：贡献多少、是否规律、是否顺畅。"),
                0,
                100,
                Distribution.of(scores, 20),
                List.of(
                        new KpiScores.Contribution("m", Text.of("Monetary value", "交易金额"), 0.3, 3.8, 7.1),
                        new KpiScores.Contribution("f", Text.of("Frequency", "交易频率"), 0.2, 2.1, 5.0),
                        new KpiScores.Contribution("r", Text.of("Recency", "最近交易"), 0.2, 1.4, 4.2),
                        new KpiScores.Contribution("t", Text.of("Trend", "趋势"), 0.1, -0.6, 2.2),
                        new KpiScores.Contribution("p", Text.of("Payment discipline", "还款纪律"), 0.15, 2.6, 3.1),
                        new KpiScores.Contribution("c", Text.of("Complaints", "投诉"), 0.05, -1.3, 1.5)),
                List.of(
                        new Count(Text.of("Read stopped by the gate", "读取被拒"), 1_440),
                        new Count(Text.of("No interaction yet", "尚无互动"), 0)));
    }

    private static Segments segments() {
        List<Segments.Feature> features = List.of(
                new Segments.Feature("recency", Text.of("Recency", "最近交易"), Text.of("days", "天")),
                new Segments.Feature("frequency", Text.of("Frequency", "交易频率"), Text.of("a year", "次/年")),
                new Segments.Feature("monetary", Text.of("Amount", "金额"), Text.same("CNY")),
                new Segments.Feature("trend", Text.of("Trend", "趋势"), NONE),
                new Segments.Feature("dpd", Text.of("Days past due", "逾期天数"), Text.of("days", "天")),
                new Segments.Feature("complaints", Text.of("Complaints", "投诉"), NONE));
        double[][] z = {
            {-0.6, 0.9, 0.4, 0.3, -0.3, -0.1},
            {-0.2, -0.4, -0.5, 0.0, -0.2, -0.2},
            {-0.8, 1.7, 2.6, 0.6, -0.4, 0.3},
            {1.9, -1.1, -0.6, -1.2, 0.1, -0.1},
            {0.3, -0.2, 0.1, -0.7, 2.8, 1.9},
        };
        String[][] names = {
            {"Regulars", "常规活跃", "Come often with middling amounts; pay on time."},
            {"Small and steady", "小额稳定", "Small loans, few contacts, no trouble."},
            {"Large accounts", "大额客户", "Few in number, large amounts, growing."},
            {"Fading", "渐行渐远", "Long silent and shrinking."},
            {"In difficulty", "陷入困难", "Late payments and complaints together."},
        };
        long[] sizes = {7_412, 6_020, 1_260, 3_488, 1_820};
        List<Segments.Profile> profiles = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            List<Double> zMeans = Arrays.stream(z[i]).boxed().toList();
            List<Double> means =
                    Arrays.stream(z[i]).map(x -> 40 + 12 * x).boxed().toList();
            profiles.add(new Segments.Profile(
                    "S" + (i + 1),
                    Text.of(names[i][0], names[i][1]),
                    Text.of(names[i][2], "与全体相比的突出特征，一句话说明。"),
                    sizes[i],
                    zMeans,
                    means,
                    List.of("C-0000112", "C-0004432"),
                    2_400.0 * (i + 1),
                    48.0 + 4 * i));
        }
        return new Segments(
                Text.of("k-means with five clusters on six scaled features.", "对六项标准化特征做 k-means 聚类，共五类。"),
                61_224.4,
                features,
                Collections.unmodifiableList(profiles));
    }
}
