package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.RealData;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.SplittableRandom;

/** Tenures that the tests fit. */
final class Cohorts {

    /** The regular cohort of Fader and Hardie (2007), years 0 to 7. */
    static final double[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};

    private Cohorts() {}

    static Tenures published(String segment, int periods) {
        try {
            double[] survivors = Files.readAllLines(RealData.file("clv/sbg_fader_hardie_2007.csv")).stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(segment) && Integer.parseInt(cells[1]) <= periods)
                    .mapToDouble(cells -> Double.parseDouble(cells[2]))
                    .toArray();
            return Tenures.ofCohort(CalendarUnit.YEAR, survivors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clients by renewals, drawn by inverting S, watched for 12 periods. */
    static Tenures renewals(BdwModel truth, int clients, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] renewals = new int[clients];
        boolean[] active = new boolean[clients];
        double[] none = {};
        for (int i = 0; i < clients; i++) {
            double u = random.nextDouble();
            while (renewals[i] < 12 && truth.survival(renewals[i] + 1) > u) {
                renewals[i]++;
            }
            active[i] = renewals[i] == 12;
        }
        return Tenures.ofRenewals(truth.unit(), renewals, active, none);
    }

    /** Clients by duration, drawn by inverting S, watched for up to 60 months, a third of them only from month 6 on. */
    static Tenures durations(WeibullGammaModel truth, int clients, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] duration = new double[clients];
        boolean[] ended = new boolean[clients];
        double[] entry = new double[clients];
        for (int i = 0; i < clients; i++) {
            entry[i] = i % 3 == 0 ? 6 : 0;
            double end = entry[i] + 60 * random.nextDouble();
            double u = truth.survival(entry[i]) * (1 - random.nextDouble());
            double t = Math.pow(truth.alpha() * Math.expm1(-Math.log(u) / truth.r()), 1 / truth.c());
            ended[i] = t < end;
            duration[i] = Math.min(t, end);
        }
        return Tenures.ofDurations(truth.unit(), duration, ended, new double[0], entry);
    }
}
