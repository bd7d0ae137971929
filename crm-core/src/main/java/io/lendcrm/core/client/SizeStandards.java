package io.lendcrm.core.client;

import io.lendcrm.core.client.SizeRules.Bound;
import io.lendcrm.core.client.SizeRules.Floor;
import io.lendcrm.core.client.SizeRules.Measure;
import io.lendcrm.core.client.SizeRules.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The published standards as tables; their sources stand at {@link SizeRules}. */
final class SizeStandards {

    /**
     * Each line: name; codes; first measure with the bounds of small, medium and large; second measure with the same, or
     * nothing. E people, T turnover and A assets, both in 万元. To be of a band takes both bounds.
     */
    private static final String CHINA = """
            agriculture 农、林、牧、渔业; A; T 50 500 20000;
            industry 工业; B C D; E 20 300 1000; T 300 2000 40000
            construction 建筑业; E; T 300 6000 80000; A 300 5000 80000
            wholesale 批发业; 51; E 5 20 200; T 1000 5000 40000
            retail 零售业; 52; E 10 50 300; T 100 500 20000
            transport 交通运输业; 54 55 56 57 58 591; E 20 300 1000; T 200 3000 30000
            storage 仓储业; 59; E 20 100 200; T 100 1000 30000
            post 邮政业; 60; E 20 300 1000; T 100 2000 30000
            accommodation 住宿业; 61; E 10 100 300; T 100 2000 10000
            catering 餐饮业; 62; E 10 100 300; T 100 2000 10000
            information transmission 信息传输业; 63 64; E 10 100 2000; T 100 1000 100000
            software 软件和信息技术服务业; 65; E 10 100 300; T 50 1000 10000
            real estate development 房地产开发经营; 701; T 100 1000 200000; A 2000 5000 10000
            property management 物业管理; 702; E 100 300 1000; T 500 1000 5000
            leasing and business services 租赁和商务服务业; L; E 10 100 300; A 100 8000 120000
            other 其他未列明行业; 703 709 M N O 85 R; E 10 100 300;
            """;

    private static final List<SizeBand> ABOVE_MICRO = List.of(SizeBand.SMALL, SizeBand.MEDIUM, SizeBand.LARGE);

    private SizeStandards() {}

    static SizeRules europeanUnion() {
        List<Floor> floors = List.of(
                european(SizeBand.SMALL, 10, 2, 2),
                european(SizeBand.MEDIUM, 50, 10, 10),
                european(SizeBand.LARGE, 250, 50, 43));
        return new SizeRules(
                "2003/361/EC",
                Currency.getInstance("EUR"),
                List.of(new Row("all industries", null, List.of(), floors)));
    }

    /** Below a band means fewer people AND (at most the turnover OR at most the assets); this is the contrary. */
    private static Floor european(SizeBand band, int people, int turnoverMillions, int assetMillions) {
        return new Floor(
                band,
                List.of(
                        List.of(new Bound(Measure.EMPLOYEES, BigDecimal.valueOf(people), true)),
                        List.of(
                                new Bound(Measure.TURNOVER, millions(turnoverMillions), false),
                                new Bound(Measure.ASSETS, millions(assetMillions), false))));
    }

    static SizeRules china() {
        List<Row> rows = CHINA.lines()
                .map(line -> {
                    String[] cells = line.split(";", -1);
                    return new Row(
                            cells[0],
                            IndustryScheme.GB_T_4754,
                            List.of(cells[1].trim().split(" ")),
                            chinese(cells[2].trim(), cells[3].trim()));
                })
                .toList();
        return new SizeRules("工信部联企业〔2011〕300号", Currency.getInstance("CNY"), rows);
    }

    private static List<Floor> chinese(String first, String second) {
        List<Floor> floors = new ArrayList<>();
        for (int i = 0; i < ABOVE_MICRO.size(); i++) {
            List<Bound> bounds = new ArrayList<>();
            bounds.add(bound(first, i));
            if (!second.isEmpty()) {
                bounds.add(bound(second, i));
            }
            floors.add(new Floor(ABOVE_MICRO.get(i), List.of(bounds)));
        }
        return floors;
    }

    private static Bound bound(String cells, int band) {
        String[] cell = cells.split(" ");
        BigDecimal number = new BigDecimal(cell[band + 1]);
        return switch (cell[0]) {
            case "E" -> new Bound(Measure.EMPLOYEES, number, true);
            case "T" -> new Bound(Measure.TURNOVER, number.movePointRight(4), true);
            case "A" -> new Bound(Measure.ASSETS, number.movePointRight(4), true);
            default -> throw new IllegalStateException("no such measure: " + cell[0]);
        };
    }

    private static BigDecimal millions(int count) {
        return BigDecimal.valueOf(count).movePointRight(6);
    }
}
