package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Delimiter;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CDNOW's classic sample: every purchase of 2,357 clients, 1997-01-01 to 1998-06-30 (Fader and Hardie 2001). Research data
 * that nobody acts upon, hence an open gate.
 */
final class CdnowBook {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate END = LocalDate.of(1998, 6, 30);
    private static final SourceId SHOP = SourceId.of("cdnow");

    private CdnowBook() {}

    static Book read(Path folder, Optional<LocalDate> until, Words words) {
        LocalDate asOf = until.orElse(END);
        Map<ClientId, List<Interaction>> logs = new LinkedHashMap<>();
        DelimitedFile file = DelimitedFile.of(folder.resolve("CDNOW_sample.txt"))
                .withDelimiter(Delimiter.parse("whitespace"))
                .withHeader(DelimitedFile.Header.NO)
                .withDays(DayFormat.of("yyyyMMdd"))
                .showing("1", "3", "5");
        QualityReport report = file.forEach(row -> {
            Transaction purchase = purchase(row);
            logs.computeIfAbsent(purchase.client(), id -> new ArrayList<>()).add(purchase);
        });
        List<Dossier> dossiers = new ArrayList<>();
        logs.forEach((id, log) -> dossiers.add(dossier(id, log)));
        return new Book(
                words.text("lender.cdnow"),
                words.text("source.cdnow"),
                AsOf.endOf(asOf, ZoneOffset.UTC),
                AsOf.endOf(END, ZoneOffset.UTC),
                USD,
                (from, to, at) -> Optional.empty(),
                dossiers.size(),
                dossiers::get,
                UseGate.allowAll(),
                Map.of("CDNOW_sample.txt", report),
                Map.of("as-of", asOf.toString()));
    }

    private static Transaction purchase(Row row) {
        LocalDate day = row.date("3");
        Header header = new Header(
                InteractionId.of("cdnow-" + row.place().line()),
                row.client("1"),
                day,
                null,
                AsOf.recordedOn(day, ZoneOffset.UTC),
                Channel.WEB,
                SHOP);
        return Transaction.of(header, Direction.OUT, Money.of(row.decimal("5"), USD));
    }

    private static Dossier dossier(ClientId id, List<Interaction> log) {
        LocalDate first = log.stream()
                .map(Interaction::occurredOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        Client client = Individual.builder()
                .id(id)
                .relationship(Relationship.since(first))
                .build();
        return Dossier.of(id, Versions.of(client, first, AsOf.recordedOn(first, ZoneOffset.UTC)))
                .withInteractions(log);
    }
}
