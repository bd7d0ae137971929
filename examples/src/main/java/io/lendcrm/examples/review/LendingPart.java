package io.lendcrm.examples.review;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.examples.lending.ContractBook;
import io.lendcrm.examples.lending.Spell;
import io.lendcrm.examples.report.Lending;
import io.lendcrm.examples.report.Text;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.value.contract.BdwFitter;
import io.lendcrm.scoring.value.contract.RetentionModel;
import io.lendcrm.scoring.value.contract.Tenures;
import io.lendcrm.scoring.value.contract.WeibullGammaFitter;
import io.lendcrm.scoring.value.profit.ValuePart;
import io.lendcrm.scoring.value.survival.CurveScale;
import io.lendcrm.scoring.value.survival.KaplanMeier;
import io.lendcrm.scoring.value.survival.SurvivalData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of the report on contracts: what they are worth, how long clients keep borrowing. */
final class LendingPart {

    /** With fewer ends a curve is mere chance. */
    private static final int LEAST_ENDS = 10;

    private static final int MONTHS = 12;
    private static final double LEVEL = 0.95;

    private final BookScan scan;
    private final Words words;
    private final Run run;

    LendingPart(BookScan scan, Words words, Run run) {
        this.scan = scan;
        this.words = words;
        this.run = run;
    }

    /** Empty for a book without contracts, or with too few to tell anything. */
    Optional<Lending> of(List<Text> notes) {
        ContractBook contracts = scan.contracts();
        List<Lending.Retention> curves = new ArrayList<>();
        contracts.spells().forEach((kind, spells) -> retention(kind, spells).ifPresent(curves::add));
        Lending.Waterfall waterfall = waterfall(contracts, notes).orElse(null);
        return waterfall == null && curves.isEmpty() ? Optional.empty() : Optional.of(new Lending(waterfall, curves));
    }

    private Optional<Lending.Waterfall> waterfall(ContractBook contracts, List<Text> notes) {
        if (contracts.spells().isEmpty()) {
            return Optional.empty();
        }
        Book book = scan.book();
        Optional<ContractBook.Worth> found = contracts.worth(currency -> currency.equals(book.currency())
                ? Optional.of(1.0)
                : book.rates().rate(currency, book.currency(), book.asOf()).map(BigDecimal::doubleValue));
        if (found.isEmpty()) {
            notes.add(words.text("note.contracts-without-value"));
            return Optional.empty();
        }
        ContractBook.Worth worth = found.get();
        if (worth.leftOut() > 0) {
            notes.add(words.text("note.contracts-left-out", worth.leftOut()));
        }
        List<Lending.Step> steps = new ArrayList<>();
        double total = 0;
        for (Map.Entry<ValuePart, Double> part : worth.parts().entrySet()) {
            if (part.getValue() != 0) {
                String code = part.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-');
                steps.add(new Lending.Step(code, words.text("lending." + code), part.getValue()));
                total += part.getValue();
            }
        }
        return Optional.of(new Lending.Waterfall(
                words.text(
                        "lending.assumptions",
                        percent(contracts.assumptions().terms().fundingRate()),
                        percent(contracts.assumptions().terms().hurdleRate()),
                        percent(contracts.assumptions().lgd()),
                        contracts
                                .probabilityOfDefault(true)
                                .map(LendingPart::percent)
                                .orElse("–"),
                        contracts
                                .probabilityOfDefault(false)
                                .map(LendingPart::percent)
                                .orElse("–"),
                        percent(contracts.assumptions().terms().discount().effectivePerYear())),
                worth.contracts(),
                worth.inDefault(),
                worth.exposure(),
                steps,
                total));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private Optional<Lending.Retention> retention(Client.Kind kind, List<Spell> spells) {
        long ended = spells.stream().filter(Spell::ended).count();
        if (ended < LEAST_ENDS) {
            return Optional.empty();
        }
        double[] years = spells.stream().mapToDouble(Spell::years).toArray();
        int[] ends = spells.stream().mapToInt(spell -> spell.ended() ? 1 : 0).toArray();
        KaplanMeier observed = KaplanMeier.of(SurvivalData.of(CalendarUnit.YEAR, years, ends));
        RetentionModel smooth = fitted(() -> WeibullGammaFitter.defaults().fit(durations(spells), run));
        RetentionModel yearly = fitted(() -> BdwFitter.defaults().fit(renewals(spells), run));
        List<Lending.RetentionPoint> points = new ArrayList<>();
        for (int month = 0; month <= MONTHS * observed.lastTime(); month++) {
            double time = (double) month / MONTHS;
            Interval share = observed.interval(time, LEVEL, CurveScale.LOG_LOG);
            points.add(new Lending.RetentionPoint(
                    time,
                    share.value(),
                    share.lower(),
                    share.upper(),
                    smooth == null ? null : smooth.survival(time),
                    yearly == null || month % MONTHS != 0 ? null : yearly.survival(time)));
        }
        Text name = words.text("kind." + kind.name().toLowerCase(Locale.ROOT));
        return Optional.of(new Lending.Retention(name, spells.size(), ended, points));
    }

    /** A curve without a model is still a curve. */
    private static @Nullable RetentionModel fitted(Supplier<RetentionModel> fit) {
        try {
            return fit.get();
        } catch (FitException e) {
            return null;
        }
    }

    private static Tenures durations(List<Spell> spells) {
        boolean[] ended = ended(spells);
        double[] years = spells.stream().mapToDouble(Spell::years).toArray();
        return Tenures.ofDurations(CalendarUnit.YEAR, years, ended, new double[0], new double[0]);
    }

    /** By anniversaries: whoever ends within a year, or at its very end, hasn't renewed into the next. */
    private static Tenures renewals(List<Spell> spells) {
        int[] renewals = spells.stream()
                .mapToInt(spell -> (int) (spell.ended() ? Math.ceil(spell.years()) - 1 : Math.floor(spell.years())))
                .toArray();
        return Tenures.ofRenewals(CalendarUnit.YEAR, renewals, active(spells), new double[0]);
    }

    private static boolean[] active(List<Spell> spells) {
        boolean[] active = ended(spells);
        for (int i = 0; i < active.length; i++) {
            active[i] = !active[i];
        }
        return active;
    }

    private static boolean[] ended(List<Spell> spells) {
        boolean[] ended = new boolean[spells.size()];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = spells.get(i).ended();
        }
        return ended;
    }
}
