package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Berka, a real Czech bank (PKDD'99): a client is an account's owner, what moves on the account are transactions, a loan
 * is a facility. The two files of transactions overlap and are merged by their key. Research data that nobody acts upon,
 * hence an open gate.
 */
final class BerkaBook {

    private static final Currency CZK = Currency.getInstance("CZK");
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    /** The last day of which the data hold the whole bank; later there are loan accounts up to their loan only. */
    private static final LocalDate WHOLE_BANK_UNTIL = LocalDate.of(1994, 3, 30);

    private static final LocalDate END = LocalDate.of(1998, 12, 31);

    private static final SourceId BANK = SourceId.of("berka");
    private static final DayFormat YYMMDD = DayFormat.of("yyMMdd", 1900);

    private final Path folder;
    private final Map<String, QualityReport> feeds = new LinkedHashMap<>();
    private final Map<String, ClientId> ownerOfAccount = new HashMap<>();
    private final Map<ClientId, LocalDate> opened = new LinkedHashMap<>();
    private final Map<ClientId, LocalDate> birthDates = new HashMap<>();
    private final Map<ClientId, List<Facility>> loans = new HashMap<>();
    private final Map<ClientId, Map<String, Interaction>> logs = new HashMap<>();

    private BerkaBook(Path folder) {
        this.folder = folder;
    }

    static Book read(Path folder, Optional<LocalDate> until, Words words) {
        BerkaBook berka = new BerkaBook(folder);
        berka.readAll();
        LocalDate asOf = until.orElse(WHOLE_BANK_UNTIL);
        List<Dossier> dossiers = berka.dossiers();
        return new Book(
                words.text("lender.berka"),
                words.text("source.berka"),
                AsOf.endOf(asOf, PRAGUE),
                AsOf.endOf(END, PRAGUE),
                CZK,
                (from, to, at) -> Optional.empty(),
                dossiers.size(),
                dossiers::get,
                UseGate.allowAll(),
                berka.feeds,
                Map.of("as-of", asOf.toString()));
    }

    private void readAll() {
        read("disp.asc", row -> {
            if (row.text("type").equals("OWNER")) {
                ownerOfAccount.put(row.text("account_id"), row.client("client_id"));
            }
        });
        read("account.asc", row -> opened.put(owner(row), row.date("date")));
        read("client.asc", row -> birthDates.put(row.client("client_id"), birthDate(row)));
        read(
                "loan.asc",
                row -> loans.computeIfAbsent(owner(row), id -> new ArrayList<>())
                        .add(loan(row)));
        read("trans-1993-01-to-1994-03-30.csv.gz", this::move);
        read("trans-loan-accounts.csv.gz", this::move);
    }

    private void read(String name, Consumer<Row> rows) {
        DelimitedFile file = DelimitedFile.of(folder.resolve(name)).withHeader(DelimitedFile.Header.YES);
        feeds.put(name, (name.endsWith(".asc") ? file.withDelimiter(';').withDays(YYMMDD) : file).forEach(rows));
    }

    private ClientId owner(Row row) {
        ClientId owner = ownerOfAccount.get(row.text("account_id"));
        if (owner == null) {
            throw row.refuse("account_id", "an account with an owner in disp.asc");
        }
        return owner;
    }

    private void move(Row row) {
        ClientId owner = owner(row);
        LocalDate day = row.date("date");
        Header header = new Header(
                InteractionId.of("trans-" + row.text("trans_id")),
                owner,
                day,
                null,
                AsOf.recordedOn(day, PRAGUE),
                channel(row),
                BANK);
        Direction direction = row.text("type").equals("PRIJEM") ? Direction.IN : Direction.OUT;
        Transaction movement = new Transaction(
                header,
                direction,
                Money.of(row.decimal("amount"), CZK),
                row.value("k_symbol").orElse(null),
                null);
        Interaction before = logs.computeIfAbsent(owner, id -> new LinkedHashMap<>())
                .putIfAbsent(movement.id().value(), movement);
        if (before != null && !before.equals(movement)) {
            throw row.refuse("trans_id", "the same movement as in the other file");
        }
    }

    /** A card is used at a counter or a machine; what has no operation was booked by the bank. */
    private static Channel channel(Row row) {
        return switch (row.value("operation").orElse("")) {
            case "VKLAD", "VYBER", "VYBER KARTOU" -> Channel.BRANCH;
            case "PREVOD Z UCTU", "PREVOD NA UCET" -> Channel.POST;
            default -> Channel.SYSTEM;
        };
    }

    /** The data tell the monthly payment and that payments times months are the amount: interest is not told. */
    private Facility loan(Row row) {
        LocalDate granted = row.date("date");
        int months = (int) row.whole("duration");
        Money payment = Money.of(row.decimal("payments"), CZK);
        List<Instalment> plan = new ArrayList<>();
        for (int m = 1; m <= months; m++) {
            plan.add(new Instalment(granted.plusMonths(m), payment, Money.zero(CZK)));
        }
        return Facility.builder()
                .id(row.text("loan_id"))
                .borrower(owner(row))
                .type(Facility.Type.TERM_LOAN)
                .product("loan")
                .limit(Money.of(row.decimal("amount"), CZK))
                .rate(new Rate(BigDecimal.ZERO))
                .signedOn(granted)
                .maturity(granted.plusMonths(months))
                .plan(plan)
                .recordedAt(AsOf.recordedOn(granted, PRAGUE))
                .build();
    }

    private List<Dossier> dossiers() {
        List<Dossier> all = new ArrayList<>();
        opened.forEach((id, day) -> {
            Client client = Individual.builder()
                    .id(id)
                    .relationship(Relationship.since(day))
                    .birthDate(birthDates.get(id))
                    .build();
            Dossier dossier = Dossier.of(id, Versions.of(client, day, AsOf.recordedOn(day, PRAGUE)))
                    .withInteractions(
                            List.copyOf(logs.getOrDefault(id, Map.of()).values()))
                    .withFacilities(loans.getOrDefault(id, List.of()));
            all.add(dossier);
        });
        return all;
    }

    /** The birth number is yymmdd; women have 50 added to the month. Gender itself is not needed and not kept. */
    private static LocalDate birthDate(Row row) {
        long number = row.whole("birth_number");
        int month = (int) (number / 100 % 100);
        try {
            return LocalDate.of((int) (1900 + number / 10_000), month > 50 ? month - 50 : month, (int) (number % 100));
        } catch (DateTimeException e) {
            throw row.refuse("birth_number", "a birth number yymmdd");
        }
    }
}
