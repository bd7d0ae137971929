package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.CnbdFitter;
import io.lendcrm.scoring.value.purchase.Dropout;
import io.lendcrm.scoring.value.purchase.MbgNbdFitter;
import io.lendcrm.scoring.value.purchase.NbdFitter;
import io.lendcrm.scoring.value.purchase.ParetoNbdFitter;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Judges the purchase models by what clients did after the day up to which the models saw them, beside three rules of
 * thumb; the measures are told at {@link Accuracy}, the data and the days at {@link PurchaseFiles}. Prints tables in
 * Markdown: one row for each book and forecast; then, for each model in which clients leave, the clients in groups by
 * their probability to be active, with the forecast and the real share of those who came back; then the amounts.
 *
 * <p>{@code java -cp crm-benchmarks/target/benchmarks.jar io.lendcrm.benchmarks.quality.PurchaseHoldout DATA}, DATA being
 * the folder with clv/, online-retail/ and berka/. One thread.
 */
public final class PurchaseHoldout {

    private record Contender(String name, Function<SplitBook, Forecast> forecast) {}

    private final Run run = Run.sequential();
    private final List<Contender> contenders = List.of(
            model("Pareto/NBD", ParetoNbdFitter.defaults()),
            model("BG/NBD", BgNbdFitter.defaults()),
            model("MBG/NBD", MbgNbdFitter.defaults()),
            regular("BG/CNBD-k", CnbdFitter.of(Dropout.AFTER_REPEAT_PURCHASES)),
            regular("MBG/CNBD-k", CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE)),
            model("NBD", NbdFitter.defaults()),
            new Contender("same rate as before", Forecast.AtRate::sameRate),
            new Contender("last period again", Forecast.AtRate::lastPeriod),
            new Contender("mean of all", Forecast.AtRate::meanOfAll));
    private final PrintStream out;

    private PurchaseHoldout(PrintStream out) {
        this.out = out;
    }

    /**
     * Reads, fits, judges and prints.
     *
     * @param args the folder of the data
     */
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: PurchaseHoldout DATA (the folder with clv/, online-retail/ and berka/)");
            System.exit(2);
        }
        PurchaseFiles files = new PurchaseFiles(Path.of(args[0]));
        List<SplitBook> books = new ArrayList<>(List.of(files.cdnowSample(), files.cdnow()));
        books.addAll(files.onlineRetail());
        books.add(files.berka());
        new PurchaseHoldout(new PrintStream(System.out, true, StandardCharsets.UTF_8)).judge(books);
    }

    private void judge(List<SplitBook> books) {
        StringBuilder tenths = new StringBuilder();
        for (SplitBook book : books) {
            List<String> notes = new ArrayList<>();
            print(
                    "%n%n%s: %,d clients, known until %s, judged until %s%n%n",
                    book.name(),
                    book.size(),
                    book.window().until(),
                    book.window().holdoutUntil());
            print("| | predicted | actual | off | MAE | RMSE | cumulative, worst | calibration | s |%n"
                    + "|---|---|---|---|---|---|---|---|---|%n");
            for (Contender contender : contenders) {
                long start = System.nanoTime();
                Forecast forecast = contender.forecast().apply(book);
                forecast.purchases(book.weeks());
                double seconds = (System.nanoTime() - start) / 1e9;
                row(contender.name(), Accuracy.of(forecast, book), seconds);
                tenths.append(tenths(contender.name(), forecast, book));
                forecast.notes().forEach(note -> notes.add(contender.name() + ": " + note));
            }
            notes.forEach(note -> print("%n- %s", note));
        }
        print("%s", tenths);
        spend(books);
    }

    private void row(String name, Accuracy accuracy, double seconds) {
        print(
                "| %s | %,.1f | %,d | %+.1f %% | %.4f | %.4f | %+.1f %% in week %d | %s | %.2f |%n",
                name,
                accuracy.predicted(),
                accuracy.actual(),
                100 * (accuracy.predicted() / accuracy.actual() - 1),
                accuracy.mae(),
                accuracy.rmse(),
                100 * accuracy.tracking(),
                accuracy.trackingWeek(),
                share(accuracy.calibration()),
                seconds);
    }

    private static String tenths(String name, Forecast forecast, SplitBook book) {
        return forecast.alive()
                .flatMap(alive -> forecast.returning(book.weeks()).map(back -> Tenth.of(alive, back, book)))
                .filter(groups -> groups.size() > 1)
                .map(groups -> groups(name, groups, book))
                .orElse("");
    }

    private static String groups(String name, List<Tenth> groups, SplitBook book) {
        StringBuilder table = new StringBuilder();
        table.append(text("%n%n%s, %s%n%n| P(alive) | clients | P(return) | returned |%n", book.name(), name));
        table.append(text("|---|---|---|---|%n"));
        for (Tenth tenth : groups) {
            table.append(text(
                    "| %.3f | %,d | %.3f | %.3f |%n",
                    tenth.score(), tenth.clients(), tenth.forecast(), tenth.returned()));
        }
        return table.toString();
    }

    private void spend(List<SplitBook> books) {
        print("%n%nMean amount of a purchase in the holdout%n%n| | | clients | bias | MAE |%n|---|---|---|---|---|%n");
        for (SplitBook book : books) {
            for (SpendAccuracy accuracy : SpendAccuracy.of(book, run)) {
                print(
                        "| %s | %s | %,d | %+.2f | %.2f |%n",
                        book.name(), accuracy.forecast(), accuracy.clients(), accuracy.bias(), accuracy.mae());
            }
        }
    }

    private Contender model(String name, Fitter<PurchaseSummaries, ? extends PurchaseModel> fitter) {
        return new Contender(
                name, book -> new Forecast.OfModel(fitter.fit(book.summaries().withoutSpend(), run), book, run));
    }

    private Contender regular(String name, CnbdFitter fitter) {
        return new Contender(name, book -> new Forecast.OfModel(fitter.fit(book.withIntervals(), run), book, run));
    }

    private static String share(OptionalDouble value) {
        return value.isPresent() ? text("%.4f", value.getAsDouble()) : "–";
    }

    private void print(String format, Object... values) {
        out.print(text(format, values));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
