package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.Reading;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.quality.DossierChecks;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.examples.lending.ContractBook;
import io.lendcrm.examples.lending.LendingAssumptions;
import io.lendcrm.scoring.value.rfm.RfmAccumulator;
import io.lendcrm.scoring.value.rfm.RfmTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One pass over a book: each client is seen once, counted, read through the gate and forgotten; what stays are columns.
 * A purchase is a transaction by which money leaves the client, converted at the rates known at the point in time. Not
 * thread-safe; confine to one thread.
 */
final class BookScan {

    /** Large enough to keep the threads busy, small enough to be forgotten soon. */
    private static final int BLOCK = 512;

    private final Book book;
    private final FeatureReader reader;
    private final FeatureTable.Builder rows;
    private final RfmAccumulator purchases;
    private final PurchaseSummarizer summarizer;
    private final PurchaseLog purchaseLog = new PurchaseLog();
    private final ContractBook contracts = ContractBook.of(LendingAssumptions.defaults());
    private final QualityReport.Builder findings = QualityReport.builder();
    private final List<Integer> purchaseRows = new ArrayList<>();
    private final List<ValueModels.Population> populations = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Map<Client.Kind, Long> kinds = new TreeMap<>();
    private final Map<String, Long> stages = new TreeMap<>();
    private final Map<String, Long> industries = new TreeMap<>();
    private final Map<Integer, Long> newcomers = new TreeMap<>();
    private final Map<Integer, Long> activity = new TreeMap<>();
    private final Map<String, Long> denials = new TreeMap<>();
    private long clients;
    private long interactions;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    private BookScan(Book book) {
        this.book = book;
        this.reader = FeatureReader.of(
                StandardFeatures.of(book.currency(), book.rates()).all(), Purpose.VALUATION, book.gate());
        this.rows = FeatureTable.builder(reader.schema());
        this.purchases = RfmAccumulator.of(book.asOf().date(), book.currency());
        this.summarizer = PurchaseSummarizer.until(book.asOf().date(), CalendarUnit.WEEK);
    }

    /** Scans a book: blocks of clients are looked at in parallel, what was seen is added up in the book's order. */
    static BookScan of(Book book) {
        BookScan scan = new BookScan(book);
        DossierChecks checks = DossierChecks.at(book.end());
        for (int from = 0; from < book.clients(); from += BLOCK) {
            IntStream.range(from, Math.min(book.clients(), from + BLOCK))
                    .parallel()
                    .mapToObj(place -> Look.at(book, place, checks, scan.reader, scan.contracts.assumptions()))
                    .toList()
                    .forEach(scan::see);
        }
        return scan;
    }

    private void see(Look look) {
        if (look.findings().isEmpty()) {
            findings.accept();
        } else {
            findings.accept(look.findings());
        }
        ClientHistory history = look.history();
        if (history == null) {
            return;
        }
        clients++;
        look.stage().ifPresent(stage -> stages.merge(stage, 1L, Long::sum));
        kinds.merge(history.client().kind(), 1L, Long::sum);
        industry(history.client()).ifPresent(i -> industries.merge(i, 1L, Long::sum));
        newcomers.merge(Activity.quarter(history.client().relationship().since()), 1L, Long::sum);
        look.activity().addTo(activity);
        interactions += look.activity().interactions();
        if (look.activity().interactions() > 0) {
            List<Interaction> events = history.interactions();
            first = earlier(first, events.get(0).occurredOn());
            last = later(last, events.get(events.size() - 1).occurredOn());
        }
        if (look.reading() instanceof Reading.Refused refused) {
            denials.merge(refused.denial().code(), 1L, Long::sum);
        } else if (look.reading() instanceof Reading.Read read) {
            rows.add(read.row());
            if (look.contracts() != null) {
                contracts.add(look.contracts());
            }
            boolean bought = addPurchases(history);
            purchaseRows.add(bought ? populations.size() : -1);
            if (bought) {
                populations.add(population(history.client()));
                places.add(look.place());
            }
        }
    }

    private boolean addPurchases(ClientHistory history) {
        List<LocalDate> days = new ArrayList<>();
        for (Interaction interaction : history.interactions()) {
            if (interaction instanceof Transaction t && t.direction() == Direction.OUT) {
                Optional<Money> amount = book.rates().convert(t.amount(), book.currency(), book.asOf());
                if (amount.isPresent()) {
                    purchases.add(history.id(), t.occurredOn(), amount.get());
                    summarizer.add(history.id(), t.occurredOn(), amount.get());
                    days.add(t.occurredOn());
                } else {
                    findings.note(Finding.of(
                            "rate-missing",
                            Severity.WARNING,
                            Place.of(history.id()),
                            "a rate from " + t.amount().currency() + " to " + book.currency() + " at "
                                    + book.asOf().date()));
                }
            }
        }
        if (!days.isEmpty()) {
            purchaseLog.add(days);
        }
        return !days.isEmpty();
    }

    private static ValueModels.Population population(Client client) {
        return client.kind() == Client.Kind.INDIVIDUAL ? ValueModels.Population.PERSONS : ValueModels.Population.FIRMS;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<String> industry(Client client) {
        Industry found = null;
        if (client instanceof Organisation organisation) {
            found = organisation.industry();
        } else if (client instanceof ProjectCompany project) {
            found = project.industry();
        } else if (client instanceof Individual person && person.soleTrade() != null) {
            found = person.soleTrade().industry();
        }
        return Optional.ofNullable(found)
                .map(i -> i.scheme() + " "
                        + i.code().substring(0, Math.min(2, i.code().length())));
    }

    Book book() {
        return book;
    }

    long clients() {
        return clients;
    }

    long interactions() {
        return interactions;
    }

    /** The day of the first interaction, or the point in time's if there is none. */
    LocalDate firstDay() {
        return interactions == 0 ? book.asOf().date() : first;
    }

    /** The day of the last interaction, or the point in time's if there is none. */
    LocalDate lastDay() {
        return interactions == 0 ? book.asOf().date() : last;
    }

    Map<Client.Kind, Long> kinds() {
        return kinds;
    }

    /** By the name of a stage in lower case. */
    Map<String, Long> stages() {
        return stages;
    }

    Map<String, Long> industries() {
        return industries;
    }

    /** New clients by quarter, numbered as {@link Activity} does. */
    Map<Integer, Long> newcomers() {
        return newcomers;
    }

    /** Interactions by quarter. */
    Map<Integer, Long> activity() {
        return activity;
    }

    /** By code: clients whose features the gate refused. */
    Map<String, Long> denials() {
        return denials;
    }

    QualityReport findings() {
        return findings.build();
    }

    /** The features of the clients that may be read, in the book's order. */
    FeatureTable features() {
        return rows.build();
    }

    /** For each row of {@link #features} its row in {@link #rfm} and {@link #summaries}, -1 for none. */
    int[] purchaseRows() {
        return purchaseRows.stream().mapToInt(Integer::intValue).toArray();
    }

    RfmTable rfm() {
        return purchases.table();
    }

    PurchaseSummaries summaries() {
        return summarizer.summaries();
    }

    /** The purchase days of each row of {@link #summaries}. */
    PurchaseLog purchaseLog() {
        return purchaseLog;
    }

    /** The contracts of the clients that may be read. */
    ContractBook contracts() {
        return contracts;
    }

    /** For each row of {@link #summaries} whether it is a person or a firm. */
    List<ValueModels.Population> populations() {
        return populations;
    }

    /** The history of the client in a row of {@link #summaries}, made anew. */
    ClientHistory history(int row) {
        return book.dossiers().apply(places.get(row)).at(book.asOf()).orElseThrow();
    }

    List<ClientId> purchasers() {
        return summarizer.clients();
    }
}
