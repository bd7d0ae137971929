package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.contract.Tenures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which columns tell how many clients of a cohort are left after each period. */
@SuppressWarnings("NullAway.Init") // picocli fills it
final class CohortOptions {

    @Option(
            names = "--period",
            paramLabel = "COL",
            description = "sbg, bdw: the column of periods since the start: 0, 1, 2 and so on. By default period.")
    private @Nullable String period;

    @Option(
            names = "--survivors",
            paramLabel = "COL",
            description = "sbg, bdw: the column of clients left after the period. By default survivors.")
    private @Nullable String survivors;

    @Option(
            names = "--group",
            paramLabel = "COL=VALUE",
            description = "sbg, bdw: only the rows that have this value there.")
    private @Nullable String group;

    @Option(
            names = "--last-period",
            paramLabel = "N",
            description = "sbg, bdw: only the periods up to this one. All by default.")
    private @Nullable Integer lastPeriod;

    boolean isTold() {
        return period != null || survivors != null || group != null || lastPeriod != null;
    }

    /** The file as a cohort. */
    Tenures read(InputOptions input, CalendarUnit unit) {
        if (lastPeriod != null && lastPeriod < 1) {
            throw input.usage("--last-period must be at least 1, found " + lastPeriod);
        }
        String periods = input.requiredColumn("--period", period, List.of("period"));
        String left = input.requiredColumn("--survivors", survivors, List.of("survivors"));
        int equals = group == null ? 0 : group.indexOf('=');
        if (equals < 0) {
            throw input.usage("--group must be COL=VALUE, found \"" + group + "\"");
        }
        String groups = group == null ? null : input.column("--group", group.substring(0, equals));
        String wanted = group == null ? "" : group.substring(equals + 1);
        Cohort cohort = new Cohort(periods, left, lastPeriod == null ? Integer.MAX_VALUE : lastPeriod);
        String[] shown = Stream.of(periods, left).toArray(String[]::new);
        input.read(input.file(shown), row -> {
            if (groups == null || wanted.equals(row.value(groups).orElse(""))) {
                cohort.add(row);
            }
        });
        return cohort.tenures(input, unit, group == null ? "" : " of the group " + group);
    }

    /** A cohort while it is read, period by period. */
    private static final class Cohort {

        private final String period;
        private final String survivors;
        private final int last;
        private final List<Double> left = new ArrayList<>();
        private boolean broken;

        Cohort(String period, String survivors, int last) {
            this.period = period;
            this.survivors = survivors;
            this.last = last;
        }

        /** Once a row is refused, those that follow it say nothing. */
        void add(Row row) {
            if (!broken && !(row.number(period) > last)) {
                broken = true;
                left.add(next(row));
                broken = false;
            }
        }

        private double next(Row row) {
            int next = left.size();
            if (row.number(period) != next) {
                throw row.refuse(
                        period,
                        "the period " + next
                                + (next == 0 ? ", at which a cohort starts" : ", as it follows " + (next - 1)));
            }
            double clients = row.number(survivors);
            if (!(next == 0 ? clients > 0 : clients >= 0)) {
                throw row.refuse(survivors, next == 0 ? "a number above 0" : "a number of at least 0");
            }
            if (next > 0 && clients > left.get(next - 1)) {
                throw row.refuse(survivors, "at most " + left.get(next - 1) + ", those after the period " + (next - 1));
            }
            return clients;
        }

        Tenures tenures(InputOptions input, CalendarUnit unit, String which) {
            if (broken) {
                throw InputRefusedException.because(
                        input.file().name() + " is refused: a cohort can't be read without one of its periods");
            }
            if (left.size() < 2) {
                throw InputRefusedException.because(input.file().name() + " tells " + left.size() + " periods" + which
                        + ", where at least the start and one period after it are expected");
            }
            return Tenures.ofCohort(
                    unit, left.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
