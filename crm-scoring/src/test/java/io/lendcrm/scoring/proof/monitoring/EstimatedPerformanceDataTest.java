package io.lendcrm.scoring.proof.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.BinningFitter;
import io.lendcrm.scoring.risk.binning.BinningModel;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.OptimalBinning;
import io.lendcrm.scoring.risk.calibration.CalibrationFitter;
import io.lendcrm.scoring.risk.calibration.ScoreCalibration;
import io.lendcrm.scoring.risk.logistic.LogisticData;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Estimated against realised performance, model and calibration fitted on earlier rows and never shown the later ones: within
 * 0.01 of the area where the probabilities hold, and off where they don't.
 */
class EstimatedPerformanceDataTest {

    /** A model of weights of evidence, all variables of at least 0.02 information value. */
    private record Fitted(BinningModel bins, LogisticModel model) {

        static Fitted on(FeatureTable features, boolean[] bad) {
            BinningModel all = BinningFitter.of(OptimalBinning.defaults()).fit(LabelledTable.of(features, bad));
            BinningModel bins = all.select(all.variables().stream()
                    .filter(variable -> variable.informationValue() >= 0.02)
                    .map(Binning::name)
                    .toList());
            double[] target = IntStream.range(0, bad.length)
                    .mapToDouble(i -> bad[i] ? 1 : 0)
                    .toArray();
            return new Fitted(bins, LogisticFitter.defaults().fit(LogisticData.from(bins.woe(features), target)));
        }

        double[] probabilities(FeatureTable features) {
            FeatureTable woe = bins.woe(features);
            double[] row = new double[woe.schema().size()];
            double[] probabilities = new double[woe.rows()];
            for (int i = 0; i < probabilities.length; i++) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = woe.value(i, c);
                }
                probabilities[i] = model.probability(row);
            }
            return probabilities;
        }
    }

    @Test
    void buyersOfTheNextMonthAsTheModelOfTheMonthBeforeFindsThem() throws IOException {
        Map<String, List<LocalDate>> purchases = purchases();
        double[] errors = new double[11];
        for (int month = 0; month < errors.length; month++) {
            LocalDate known = LocalDate.of(1997, 7, 1).plusMonths(month).minusDays(1);
            LocalDate now = known.plusDays(1).plusMonths(1).minusDays(1);
            boolean[] bought = buys(purchases, known);
            FeatureTable behaviour = behaviour(purchases, known);
            Fitted fitted = Fitted.on(behaviour, bought);
            ScoreCalibration calibration =
                    CalibrationFitter.isotonic().fit(ScoredOutcomes.ofRisk(fitted.probabilities(behaviour), bought));

            errors[month] = error(fitted.probabilities(behaviour(purchases, now)), calibration, buys(purchases, now));
        }
        Arrays.sort(errors);

        assertThat(errors[5]).isLessThan(0.01); // the median month; December, for one, isn't like November
        assertThat(errors[10]).isLessThan(0.03);
    }

    @Test
    void defaultersFurtherDownTheFileThanTheModelAndItsCalibrationSaw() throws IOException {
        List<Feature> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        boolean[] bad = taiwan(features, columns);
        int[] first = IntStream.range(0, 10_000).toArray();
        int[] second = IntStream.range(10_000, 20_000).toArray();
        Fitted fitted = Fitted.on(table(features, columns, first), of(bad, first));
        ScoreCalibration calibration = CalibrationFitter.isotonic()
                .fit(ScoredOutcomes.ofRisk(fitted.probabilities(table(features, columns, second)), of(bad, second)));

        int[] third = IntStream.range(20_000, 25_000).toArray();
        assertThat(error(fitted.probabilities(table(features, columns, third)), calibration, of(bad, third)))
                .isLessThan(0.01);
        int[] last = IntStream.range(25_000, 30_000).toArray();
        assertThat(error(fitted.probabilities(table(features, columns, last)), calibration, of(bad, last)))
                .isBetween(0.01, 0.02); // the last rows are easier to tell apart than any before
    }

    private static double error(double[] risk, ScoreCalibration calibration, boolean[] bad) {
        double[] calibrated = Arrays.stream(risk).map(calibration::probability).toArray();
        double realised = RocCurve.of(ScoredOutcomes.ofRisk(risk, bad)).auc().value();
        return Math.abs(EstimatedPerformance.of(risk, calibrated).auc() - realised);
    }

    @Test
    void aCampaignWhoseClientsChangedTheirMindsIsEstimatedWrongly() {
        BankContacts bank = BankContacts.read();
        int[] before = bank.within(YearMonth.of(2008, 5), YearMonth.of(2009, 4));
        int[] after = bank.within(YearMonth.of(2009, 6), YearMonth.of(2010, 11));
        double[] p = Fitted.on(bank.table(before), bank.yes(before)).probabilities(bank.table(after));

        EstimatedPerformance estimate = EstimatedPerformance.of(p);
        Auc realised = RocCurve.of(ScoredOutcomes.ofRisk(p, bank.yes(after))).auc();

        assertThat(estimate.badRate()).isLessThan(0.1); // 44 % did take the deposit
        assertThat(estimate.auc() - realised.value()).isGreaterThan(0.04);
        assertThat(estimate.interval(0.99).lower()).isGreaterThan(realised.value()); // so the outcomes give it away
    }

    private static Map<String, List<LocalDate>> purchases() throws IOException {
        Map<String, List<LocalDate>> purchases = new TreeMap<>();
        List<String> lines = Files.readAllLines(RealData.file("clv/CDNOW_master.txt"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.trim().split("\\s+");
            LocalDate day = LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE);
            List<LocalDate> days = purchases.computeIfAbsent(cells[0], c -> new ArrayList<>());
            if (days.isEmpty() || !days.get(days.size() - 1).equals(day)) {
                days.add(day);
            }
        }
        return purchases;
    }

    private static FeatureTable behaviour(Map<String, List<LocalDate>> purchases, LocalDate at) {
        List<Feature> features = List.of(
                Feature.numeric("silence", "days"),
                Feature.numeric("purchases", ""),
                Feature.numeric("last_quarter", ""),
                Feature.numeric("quarter_before", ""));
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            columns.add(new double[purchases.size()]);
        }
        int client = 0;
        for (List<LocalDate> days : purchases.values()) {
            for (LocalDate day : days) {
                long ago = at.toEpochDay() - day.toEpochDay();
                if (ago >= 0) {
                    columns.get(0)[client] = ago;
                    columns.get(1)[client]++;
                    columns.get(2)[client] += ago < 91 ? 1 : 0;
                    columns.get(3)[client] += ago >= 91 && ago < 182 ? 1 : 0;
                }
            }
            client++;
        }
        return table(features, columns, IntStream.range(0, client).toArray());
    }

    private static boolean[] buys(Map<String, List<LocalDate>> purchases, LocalDate at) {
        boolean[] buys = new boolean[purchases.size()];
        int client = 0;
        for (List<LocalDate> days : purchases.values()) {
            buys[client++] = days.stream().anyMatch(day -> day.isAfter(at) && !day.isAfter(at.plusDays(28)));
        }
        return buys;
    }

    private static boolean[] taiwan(List<Feature> features, List<double[]> columns) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                Files.newInputStream(RealData.file("taiwan-credit-default/uci-credit-card.csv.gz")))))) {
            String[] names = in.readLine().replace("\"", "").split(",");
            double[][] rows = in.lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            for (int c = 1; c < names.length - 1; c++) {
                int column = c;
                features.add(Feature.numeric(names[c].replace('.', '_').toLowerCase(java.util.Locale.ROOT), ""));
                columns.add(Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
            }
            boolean[] bad = new boolean[rows.length];
            for (int i = 0; i < bad.length; i++) {
                bad[i] = rows[i][names.length - 1] == 1;
            }
            return bad;
        }
    }

    private static boolean[] of(boolean[] all, int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = all[rows[i]];
        }
        return chosen;
    }

    private static FeatureTable table(List<Feature> features, List<double[]> columns, int[] rows) {
        List<ClientId> clients =
                Arrays.stream(rows).mapToObj(i -> ClientId.of("C-" + i)).toList();
        return FeatureTable.of(
                FeatureSchema.of(features),
                clients,
                columns.stream()
                        .map(column ->
                                Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                        .toArray(double[][]::new));
    }
}
