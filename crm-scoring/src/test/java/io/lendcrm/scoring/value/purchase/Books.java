package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.RealData;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Books of clients that the tests fit, summarised here once more, apart from the library's own way. */
public final class Books {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

    private Books() {}

    /** The published summary of the CDNOW sample, times in weeks of two decimals. */
    public static PurchaseSummaries cdnowSummary() {
        List<String> lines = lines("clv/cdnow_customers_summary_with_transactions.csv");
        Columns columns = new Columns(lines.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            columns.add(
                    Integer.parseInt(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]));
        }
        return columns.in(CalendarUnit.WEEK, 1);
    }

    public static PurchaseSummaries cdnowSample(CalendarUnit unit) {
        Map<String, TreeMap<LocalDate, Double>> log = new LinkedHashMap<>();
        for (String line : lines("clv/CDNOW_sample.txt")) {
            String[] cells = line.strip().split("\\s+");
            add(log, cells[1], LocalDate.parse(cells[2], BASIC), Double.parseDouble(cells[4]));
        }
        return summarised(log, LocalDate.of(1997, 9, 30), unit);
    }

    public static PurchaseSummaries cdnowMaster() {
        return cdnowMaster(LocalDate.of(1997, 9, 30));
    }

    public static PurchaseSummaries cdnowMaster(LocalDate until) {
        Map<String, TreeMap<LocalDate, Double>> log = new LinkedHashMap<>();
        List<String> lines = lines("clv/CDNOW_master.txt");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.strip().split("\\s+");
            add(log, cells[0], LocalDate.parse(cells[1], BASIC), Double.parseDouble(cells[3]));
        }
        return summarised(log, until, CalendarUnit.WEEK);
    }

    public static PurchaseSummaries exampleTransactions() {
        Map<String, TreeMap<LocalDate, Double>> log = new LinkedHashMap<>();
        List<String> lines = lines("clv/example_transactions.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            add(log, cells[1], LocalDate.parse(cells[0].substring(0, 10)), 0);
        }
        return summarised(log, LocalDate.of(2014, 12, 31), CalendarUnit.WEEK);
    }

    /** The donors of 1995 and their six further years, as many as share each history. */
    public static PurchaseSummaries donations() {
        List<String> lines = lines("clv/donations.csv");
        double[][] cells = lines.subList(1, lines.size()).stream()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        int[] frequency = Arrays.stream(cells).mapToInt(row -> (int) row[0]).toArray();
        double[] recency = Arrays.stream(cells).mapToDouble(row -> row[1]).toArray();
        double[] age = Arrays.stream(cells).mapToDouble(row -> row[2]).toArray();
        double[] weight = Arrays.stream(cells).mapToDouble(row -> row[3]).toArray();
        return PurchaseSummaries.of(CalendarUnit.YEAR, frequency, recency, age, weight, new double[0]);
    }

    private static void add(Map<String, TreeMap<LocalDate, Double>> log, String client, LocalDate day, double amount) {
        log.computeIfAbsent(client, none -> new TreeMap<>()).merge(day, amount, Double::sum);
    }

    private static PurchaseSummaries summarised(
            Map<String, TreeMap<LocalDate, Double>> log, LocalDate until, CalendarUnit unit) {
        Columns columns = new Columns(log.size());
        for (TreeMap<LocalDate, Double> days : log.values()) {
            List<LocalDate> seen = new ArrayList<>(days.headMap(until, true).keySet());
            if (!seen.isEmpty()) {
                long first = seen.get(0).toEpochDay();
                double spend = 0;
                for (LocalDate day : seen.subList(1, seen.size())) {
                    spend += days.getOrDefault(day, 0.0) / (seen.size() - 1);
                }
                columns.add(
                        seen.size() - 1,
                        seen.get(seen.size() - 1).toEpochDay() - first,
                        until.toEpochDay() - first,
                        spend);
            }
        }
        return columns.in(unit, unit.days());
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(RealData.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows in the making. */
    private static final class Columns {
        private final int[] frequency;
        private final double[] recency;
        private final double[] age;
        private final double[] spend;
        private int size;

        Columns(int rows) {
            frequency = new int[rows];
            recency = new double[rows];
            age = new double[rows];
            spend = new double[rows];
        }

        void add(int x, double last, double until, double amount) {
            frequency[size] = x;
            recency[size] = last;
            age[size] = until;
            spend[size++] = amount;
        }

        PurchaseSummaries in(CalendarUnit unit, double days) {
            for (int i = 0; i < size; i++) {
                recency[i] /= days;
                age[i] /= days;
            }
            return PurchaseSummaries.of(
                    unit,
                    Arrays.copyOf(frequency, size),
                    Arrays.copyOf(recency, size),
                    Arrays.copyOf(age, size),
                    new double[0],
                    Arrays.copyOf(spend, size));
        }
    }
}
