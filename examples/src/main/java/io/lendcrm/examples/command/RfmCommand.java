package io.lendcrm.examples.command;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.money.Money;
import io.lendcrm.scoring.value.rfm.RfmAccumulator;
import io.lendcrm.scoring.value.rfm.RfmCuts;
import io.lendcrm.scoring.value.rfm.RfmFitter;
import io.lendcrm.scoring.value.rfm.RfmMethod;
import io.lendcrm.scoring.value.rfm.RfmMigration;
import io.lendcrm.scoring.value.rfm.RfmModel;
import io.lendcrm.scoring.value.rfm.RfmMonetary;
import io.lendcrm.scoring.value.rfm.RfmScores;
import io.lendcrm.scoring.value.rfm.RfmTable;
import io.lendcrm.scoring.value.rfm.RfmTies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm rfm}: recency, frequency and monetary value of each client, scored, with a segment. */
@Command(
        name = "rfm",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores clients by how recently, how often and for how much they dealt with you, and names their segment.",
            "",
            "Writes id,recency_days,frequency,monetary,r,f,m,segment, one row a client in order of first appearance:"
                    + " days since the last event, number of events, sum of amounts, the three scores (1 is worst, the"
                    + " number of bins best) and the segment. Equal values always get equal scores.",
            "",
            "With --migrate-from it writes from,to,clients,share instead: how many clients went from which segment to"
                    + " which between that day and --as-of, both scored by the cuts of the earlier day, and what share of"
                    + " the segment they are. An empty from are clients who weren't there before, an empty to those who"
                    + " are there no more; the share of those who joined is that of the segment they joined.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm rfm --input sales.csv --id client --date day --amount amount --as-of 2025-12-31",
            "  lendcrm rfm --input log.txt --delimiter whitespace --date-format yyyyMMdd --id 1 --date 3 \\",
            "      --amount 5 --as-of 1998-06-30 --currency USD --bins 4 --ties high",
            "  lendcrm rfm --input sales.csv --id client --date day --amount amount --as-of 2025-12-31 \\",
            "      --method fixed --recency-cuts 365,90,30 --frequency-cuts 2,5,10 --monetary-cuts 100,1000,5000"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class RfmCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("id", "recency_days", "frequency", "monetary", "r", "f", "m", "segment");

    @Mixin
    private InputOptions input;

    @Option(names = "--id", required = true, paramLabel = "COL", description = "The column of clients' keys.")
    private String id;

    @Option(names = "--date", required = true, paramLabel = "COL", description = "The column of the event's day.")
    private String date;

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "COL",
            description = "The column of the event's amount, in the currency's major unit; at least 0 unless --net.")
    private String amount;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "The day to look from. Later events are ignored and counted on standard error.")
    private String asOf;

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "Counts only the events of the N months up to --as-of; all by default.")
    private @Nullable Integer months;

    @Option(
            names = "--net",
            description = "Rows with a negative amount (refunds, returns, costs) lower the monetary value and are no"
                    + " events.")
    private boolean net;

    @Option(
            names = "--migrate-from",
            paramLabel = "DATE",
            description = "An earlier day: writes how clients moved between segments since then.")
    private @Nullable String migrateFrom;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of the amounts (ISO 4217), which decides how many decimals they have;"
                    + " ${DEFAULT-VALUE} by default.")
    private Currency currency = Currency.getInstance("EUR");

    @Option(
            names = "--method",
            paramLabel = "quantile|fixed|jenks",
            description = "How each axis is cut: into bins of equal size (the default), by the cuts given below, or at"
                    + " natural breaks (Jenks).")
    private RfmMethod method = RfmMethod.QUANTILE;

    @Option(
            names = "--bins",
            paramLabel = "N",
            description = "How many scores an axis has, 2 to 9; 5 by default. Fixed cuts say it themselves.")
    private @Nullable Integer bins;

    @Option(
            names = "--ties",
            paramLabel = "low|high",
            description =
                    "Quantiles only: clients with equal values all get the lowest score that one of them would get"
                            + " (the default), or the highest.")
    private @Nullable RfmTies ties;

    @Option(
            names = "--recency-cuts",
            split = ",",
            paramLabel = "DAYS",
            description = "Fixed only: the days at most for scores 2, 3, …, such as 365,180,90,30.")
    private long @Nullable [] recencyCuts;

    @Option(
            names = "--frequency-cuts",
            split = ",",
            paramLabel = "EVENTS",
            description = "Fixed only: the events at least for scores 2, 3, …, such as 2,4,8,16.")
    private long @Nullable [] frequencyCuts;

    @Option(
            names = "--monetary-cuts",
            split = ",",
            paramLabel = "SUMS",
            description = "Fixed only: the sums at least for scores 2, 3, …, such as 50,200,1000,5000.")
    private BigDecimal @Nullable [] monetaryCuts;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        RfmFitter fitter = fitter();
        LocalDate day = input.day("--as-of", asOf);
        LocalDate before = migrateFrom == null ? null : input.day("--migrate-from", migrateFrom);
        if (before != null && !before.isBefore(day)) {
            throw output.usage("--migrate-from must be before --as-of " + day + ", found " + before);
        }
        DelimitedFile file = input.file(input.column("--date", date), input.column("--amount", amount));
        input.column("--id", id);
        RfmAccumulator now = events(day);
        RfmAccumulator then = before == null ? null : events(before);
        input.read(file, row -> {
            add(row, now);
            if (then != null) {
                add(row, then);
            }
        });
        tellIgnored(now, day);
        if (then == null) {
            RfmModel model = fitted(fitter, now.table());
            write(now.table(), model.score(now.table()));
        } else {
            RfmModel model = fitted(fitter, then.table());
            write(RfmMigration.ofSegments(model.score(then.table()), model.score(now.table())));
        }
        return 0;
    }

    private RfmAccumulator events(LocalDate day) {
        if (months != null && months < 1) {
            throw output.usage("--months must be at least 1, found " + months);
        }
        ObservationWindow window = months == null
                ? ObservationWindow.until(day)
                : ObservationWindow.trailing(day, Period.ofMonths(months));
        return RfmAccumulator.over(window, currency, net ? RfmMonetary.NET_REVENUE : RfmMonetary.REVENUE);
    }

    private void tellIgnored(RfmAccumulator events, LocalDate day) {
        if (events.later() > 0) {
            output.tell(events.later() + " events after " + day + " ignored");
        }
        if (events.earlier() > 0) {
            output.tell(events.earlier() + " events before the last " + months + " months ignored");
        }
        if (events.withoutEvents() > 0) {
            output.tell(events.withoutEvents() + " clients with nothing but negative amounts left out");
        }
    }

    private RfmModel fitted(RfmFitter fitter, RfmTable table) {
        RfmModel model = fitter.fit(table);
        model.info().warnings().forEach(warning -> output.tell("warning: " + warning));
        return model;
    }

    private void add(Row row, RfmAccumulator events) {
        ClientId client = row.client(id);
        LocalDate day = row.date(date);
        BigDecimal exact = row.decimal(amount);
        if (exact.signum() < 0 && !net) {
            throw row.refuse(amount, "an amount of at least 0; --net takes negative ones");
        }
        try {
            Money money = Money.of(exact, currency);
            if (exact.signum() < 0) {
                events.adjust(client, day, money);
            } else {
                events.add(client, day, money);
            }
        } catch (IllegalArgumentException e) {
            throw row.refuse(
                    amount,
                    "an amount in " + currency + ", with at most " + currency.getDefaultFractionDigits() + " decimals");
        } catch (ArithmeticException e) {
            throw row.refuse(amount, "an amount whose sum over the client's events fits into 64 bits");
        }
    }

    private RfmFitter fitter() {
        if (currency.getDefaultFractionDigits() < 0) {
            throw output.usage("--currency must be one with amounts, found " + currency);
        }
        boolean anyCuts = recencyCuts != null || frequencyCuts != null || monetaryCuts != null;
        if (method != RfmMethod.FIXED && anyCuts) {
            throw output.usage("--recency-cuts, --frequency-cuts and --monetary-cuts need --method fixed");
        }
        if (method != RfmMethod.QUANTILE && ties != null) {
            throw output.usage("--ties needs --method quantile");
        }
        try {
            return switch (method) {
                case QUANTILE ->
                    RfmFitter.quantile(bins == null ? 5 : bins).withTies(ties == null ? RfmTies.LOW : ties);
                case JENKS -> RfmFitter.jenks(bins == null ? 5 : bins);
                case FIXED -> RfmFitter.fixed(cuts());
            };
        } catch (IllegalArgumentException e) {
            throw output.usage(String.valueOf(e.getMessage()));
        }
    }

    private RfmCuts cuts() {
        if (recencyCuts == null || frequencyCuts == null || monetaryCuts == null) {
            throw output.usage("--method fixed needs --recency-cuts, --frequency-cuts and --monetary-cuts");
        }
        long[] sums = new long[monetaryCuts.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Money.of(monetaryCuts[i], currency).minorUnits();
        }
        RfmCuts cuts = RfmCuts.of(recencyCuts, frequencyCuts, sums);
        if (bins != null && bins != cuts.bins()) {
            throw output.usage("--bins must be one more than there are cuts, " + cuts.bins() + ", found " + bins);
        }
        return cuts;
    }

    private void write(RfmTable table, RfmScores scores) {
        try (ResultTable out = output.table(COLUMNS)) {
            for (int row = 0; row < table.rows(); row++) {
                out.row(
                        table.clients().get(row).value(),
                        table.recencyDays(row),
                        table.frequency(row),
                        BigDecimal.valueOf(table.monetary(row), currency.getDefaultFractionDigits()),
                        scores.r(row),
                        scores.f(row),
                        scores.m(row),
                        scores.segment(row));
            }
        }
    }

    private void write(RfmMigration migration) {
        try (ResultTable out = output.table(List.of("from", "to", "clients", "share"))) {
            for (String from : migration.states()) {
                int all = migration.before(from);
                for (String to : migration.states()) {
                    if (migration.count(from, to) > 0) {
                        out.row(from, to, migration.count(from, to), migration.share(from, to));
                    }
                }
                if (migration.left(from) > 0) {
                    out.row(from, "", migration.left(from), (double) migration.left(from) / all);
                }
            }
            for (String to : migration.states()) {
                if (migration.joined(to) > 0) {
                    out.row("", to, migration.joined(to), (double) migration.joined(to) / migration.after(to));
                }
            }
        }
    }
}
