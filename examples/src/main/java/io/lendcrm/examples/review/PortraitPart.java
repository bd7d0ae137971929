package io.lendcrm.examples.review;

import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.portrait.ClientPortrait;
import io.lendcrm.core.portrait.Fact;
import io.lendcrm.core.portrait.Measure;
import io.lendcrm.core.portrait.PortraitFlag;
import io.lendcrm.core.portrait.PortraitOptions;
import io.lendcrm.core.portrait.Portraits;
import io.lendcrm.core.portrait.Preference;
import io.lendcrm.core.portrait.TimelineEntry;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.examples.report.Findings;
import io.lendcrm.examples.report.Portrait;
import io.lendcrm.examples.report.Text;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.rfm.RfmScore;
import io.lendcrm.scoring.value.rfm.RfmScores;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Portraits of the most valuable clients, with their scores: who they are, what they prefer, what happened. */
final class PortraitPart {

    private static final int PORTRAITS = 3;
    private static final int EVENTS = 2_000;

    private final BookScan scan;
    private final Words words;
    private final Portraits portraits;

    PortraitPart(BookScan scan, Words words) {
        this.scan = scan;
        this.words = words;
        Book book = scan.book();
        this.portraits = Portraits.of(StandardFeatures.of(book.currency(), book.rates()), book.gate())
                .with(PortraitOptions.defaults().withTimelineLength(EVENTS));
    }

    List<Portrait> of(Valuation valuation, RfmScores rfm, @Nullable SegmentsPart segments) {
        List<Portrait> found = new ArrayList<>();
        for (int row : valuation.top(PORTRAITS)) {
            ClientHistory history = scan.history(row);
            found.add(portrait(portraits.paint(history).with(scores(valuation, row, rfm, segments)), history));
        }
        return found;
    }

    private List<Measure> scores(Valuation valuation, int row, RfmScores rfm, @Nullable SegmentsPart segments) {
        LocalDate today = scan.book().asOf().date();
        List<Measure> scores = new ArrayList<>();
        Estimate estimate = valuation.estimate(row);
        String currency = scan.book().currency().getCurrencyCode();
        scores.add(Measure.of("value", estimate.value(), currency, "clv", today).withReasons(estimate.reasons()));
        scores.add(Measure.of("alive", valuation.probabilityAlive(row), "ratio", "bg-nbd", today));
        RfmScore score = rfm.score(row);
        scores.add(Measure.of("rfm", score.segment().value(), "rfm", today).withReasons(score.reasons()));
        String segment = segments == null ? "" : segments.segment(valuation.client(row));
        if (!segment.isEmpty()) {
            scores.add(Measure.of("segment", segment, "k-means", today));
        }
        return scores;
    }

    private Portrait portrait(ClientPortrait painted, ClientHistory history) {
        return new Portrait(
                painted.client().value(),
                ValuePart.kind(history.client(), words),
                ValuePart.kind(history.client(), words),
                painted.facts().stream()
                        .filter(f -> f.dataClass() != DataClass.IDENTIFIER)
                        .map(this::fact)
                        .toList(),
                measures(painted).stream().map(this::measure).toList(),
                painted.preferences().stream().map(this::preference).toList(),
                painted.flags().stream().map(this::flag).toList(),
                painted.timeline().stream().map(this::event).toList(),
                cumulative(painted.timeline()));
    }

    /** Scores before features; shares of channels are told by the preferences already. */
    private static List<Measure> measures(ClientPortrait painted) {
        List<Measure> chosen = new ArrayList<>();
        painted.measures().stream().filter(m -> !m.source().equals("features")).forEach(chosen::add);
        painted.measures().stream()
                .filter(m -> m.source().equals("features") && !m.name().startsWith("channel_"))
                .filter(m -> !m.isUnknown())
                .forEach(chosen::add);
        return chosen;
    }

    private Portrait.Fact fact(Fact fact) {
        String value = fact.unit().isEmpty() ? fact.value() : fact.value() + " " + fact.unit();
        return new Portrait.Fact(
                words.name("fact", fact.field()),
                words.name("level", value),
                Text.same(fact.source().value()),
                fact.recordedAt().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private Portrait.MeasureLine measure(Measure measure) {
        Optional<Text> label = measure.asWord().map(word -> label(measure.name(), word));
        Text name = words.name("measure", measure.name());
        return new Portrait.MeasureLine(
                name.en().equals(measure.name()) ? words.name("feature", measure.name()) : name,
                measure.number(),
                label.orElse(null),
                words.name("unit", measure.unit()),
                Text.same(measure.source()),
                measure.asOf(),
                words.lines(measure.reasons()));
    }

    private Text label(String measure, String word) {
        return words.name(measure.equals("rfm") ? "rfm" : measure.equals("lifecycle_stage") ? "stage" : "level", word);
    }

    private Portrait.Preference preference(Preference preference) {
        return new Portrait.Preference(
                words.text("preference." + preference.topic().name().toLowerCase(Locale.ROOT)),
                preference.evidence(),
                preference.shares().stream()
                        .map(s -> new Portrait.Share(words.name("level", s.choice()), Math.min(1, s.share())))
                        .toList());
    }

    private Portrait.Flag flag(PortraitFlag flag) {
        Findings.Severity severity = switch (flag.kind()) {
            case AML_HIT -> Findings.Severity.ERROR;
            case AML_REVIEW, OVERDUE, COMPLAINT_OPEN, STALE_DATA -> Findings.Severity.WARNING;
            case TECHNOLOGY, GREEN, INCLUSIVE -> Findings.Severity.NOTE;
        };
        String key = "flag." + flag.kind().name().toLowerCase(Locale.ROOT);
        return new Portrait.Flag(words.text(key), words.text(key + ".detail"), severity, flag.since());
    }

    private Portrait.Event event(TimelineEntry entry) {
        return new Portrait.Event(
                entry.on(),
                words.text("event." + entry.kind().name().toLowerCase(Locale.ROOT)),
                amount(entry).orElse(null),
                words.name("level", entry.text()));
    }

    /** What the client has paid so far, as far as the timeline reaches back. */
    private List<Portrait.Balance> cumulative(List<TimelineEntry> timeline) {
        List<Portrait.Balance> totals = new ArrayList<>();
        double total = 0;
        for (TimelineEntry entry : timeline) {
            Optional<Double> amount = amount(entry);
            if (entry.kind() == Interaction.Kind.TRANSACTION && entry.text().equals("out") && amount.isPresent()) {
                total += amount.get();
                totals.add(new Portrait.Balance(entry.on(), total));
            }
        }
        return totals;
    }

    private Optional<Double> amount(TimelineEntry entry) {
        Book book = scan.book();
        return entry.money()
                .flatMap(money -> book.rates().convert(money, book.currency(), book.asOf()))
                .map(Money::toDouble);
    }
}
