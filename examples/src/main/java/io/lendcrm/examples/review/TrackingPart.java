package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.examples.report.Purchases;
import io.lendcrm.examples.report.Text;
import io.lendcrm.examples.review.ValueModels.Population;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Repeat purchases by week, foretold by models that saw the first two thirds of the time only. Followed are the clients who
 * first bought in these; of each the model expects what it expects of any new client (Fader, Hardie and Lee 2005, figures
 * 3 and 4). Not thread-safe; confine to one thread.
 */
final class TrackingPart {

    /** Fewer weeks show nothing. */
    private static final int LEAST_WEEKS = 12;

    private static final int WEEK = 7;

    private final PurchaseLog log;
    private final int start;
    private final int weeks;
    private final int calibration;
    private final long[] actual;
    private final double[] expected;
    private long clients;

    private TrackingPart(PurchaseLog log, int start, int weeks) {
        this.log = log;
        this.start = start;
        this.weeks = weeks;
        this.calibration = Math.round(weeks * 2 / 3f);
        this.actual = new long[weeks];
        this.expected = new double[weeks];
    }

    /** Empty where the history is too short or no population can be fitted; the notes say which. */
    static Optional<Purchases.Tracking> of(
            PurchaseLog log,
            List<ClientId> ids,
            List<Population> populations,
            LocalDate asOf,
            Run run,
            List<Text> notes) {
        int start = Integer.MAX_VALUE;
        for (int row = 0; row < log.size(); row++) {
            start = Math.min(start, log.first(row));
        }
        int weeks = log.size() == 0 ? 0 : Math.toIntExact((asOf.toEpochDay() + 1 - start) / WEEK);
        if (weeks < LEAST_WEEKS) {
            return Optional.empty();
        }
        TrackingPart part = new TrackingPart(log, start, weeks);
        for (Population population : Population.values()) {
            try {
                part.follow(population, ids, populations, run);
            } catch (FitException e) {
                notes.add(Text.same(population.name().toLowerCase(Locale.ROOT) + ": " + e.getMessage()));
            }
        }
        return part.clients == 0 ? Optional.empty() : Optional.of(part.tracking());
    }

    private int lastDayOf(int week) {
        return start + WEEK * (week + 1) - 1;
    }

    private void follow(Population population, List<ClientId> ids, List<Population> populations, Run run) {
        int cut = lastDayOf(calibration - 1);
        PurchaseSummarizer seen = PurchaseSummarizer.until(LocalDate.ofEpochDay(cut), CalendarUnit.WEEK);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            if (populations.get(row) == population && log.first(row) <= cut) {
                rows.add(row);
                for (int day : log.days(row)) {
                    if (day <= cut) {
                        seen.add(ids.get(row), LocalDate.ofEpochDay(day));
                    }
                }
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        BgNbdModel model = BgNbdFitter.defaults().fit(seen.summaries(), run);
        clients += rows.size();
        long[] newcomers = new long[cut - start + 1];
        for (int row : rows) {
            newcomers[log.first(row) - start]++;
            for (int repeat : Arrays.stream(log.days(row)).skip(1).toArray()) {
                int week = (repeat - start) / WEEK;
                if (week < weeks) {
                    actual[week]++;
                }
            }
        }
        expect(model, newcomers);
    }

    private void expect(BgNbdModel model, long[] newcomers) {
        double[] byAge = new double[WEEK * weeks];
        for (int age = 1; age < byAge.length; age++) {
            byAge[age] = model.expectedPurchases(Horizon.days(age));
        }
        double before = 0;
        for (int week = 0; week < weeks; week++) {
            double total = 0;
            int end = lastDayOf(week) - start;
            for (int day = 0; day <= Math.min(end, newcomers.length - 1); day++) {
                total += newcomers[day] * byAge[end - day];
            }
            expected[week] += total - before;
            before = total;
        }
    }

    private Purchases.Tracking tracking() {
        List<Purchases.Week> shown = new ArrayList<>();
        long totalActual = 0;
        double totalExpected = 0;
        for (int week = 0; week < weeks; week++) {
            totalActual += actual[week];
            totalExpected += expected[week];
            shown.add(new Purchases.Week(
                    LocalDate.ofEpochDay(lastDayOf(week)), actual[week], expected[week], totalActual, totalExpected));
        }
        return new Purchases.Tracking(LocalDate.ofEpochDay(lastDayOf(calibration - 1)), clients, calibration, shown);
    }
}
