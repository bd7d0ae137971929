package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.contract.Tenures;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model can be fitted to, read once it is asked for.
 *
 * @param reads what the model reads
 * @param input the file
 * @param summary its columns, if it is a summary of clients
 * @param cohort its columns, if it is a cohort
 * @param weight the column of clients a row, if there is one
 * @param unit of the times
 * @param run the circumstances of the fit
 * @param output where to tell what is used
 */
record ClvInput(
        ClvReads reads,
        InputOptions input,
        SummaryOptions summary,
        CohortOptions cohort,
        @Nullable String weight,
        CalendarUnit unit,
        Run run,
        OutputOptions output) {

    /** {@return all clients} */
    PurchaseSummaries book() {
        return rows().in(unit);
    }

    /** {@return the clients with a repeat purchase} */
    PurchaseSummaries repeaters() {
        SummaryRows rows = rows();
        SummaryRows repeaters = rows.repeaters();
        output.tell(repeaters.size() + " of " + rows.size() + " rows have a repeat purchase and are used");
        return repeaters.in(unit);
    }

    /** {@return how long clients stayed under contract} */
    Tenures tenures() {
        if (weight != null) {
            throw output.usage("--weight is not for cohorts, whose survivors are numbers of clients");
        }
        return cohort.read(input, unit);
    }

    private SummaryRows rows() {
        if (cohort.isTold()) {
            throw output.usage("--period, --survivors, --group and --last-period are for sbg and bdw");
        }
        summary.resolve(input, EnumSet.of(reads));
        if (weight != null) {
            input.column("--weight", weight);
        }
        SummaryRows rows = new SummaryRows();
        Stream<String> shown = Stream.concat(Arrays.stream(summary.columns()), Stream.ofNullable(weight));
        input.read(input.file(shown.toArray(String[]::new)), row -> summary.add(row, clients(row), rows));
        return rows;
    }

    private double clients(Row row) {
        if (weight == null) {
            return 1;
        }
        double clients = row.number(weight);
        if (!(clients > 0)) {
            throw row.refuse(weight, "a number above 0");
        }
        return clients;
    }
}
