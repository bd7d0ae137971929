package io.lendcrm.core.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.time.Version;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final Mapping MAPPING = Mapping.from(DocumentJson.readTree("""
            {"format": "lendcrm-mapping",
             "clients": {"delimiter": ";", "header": "yes", "days": "yyMMdd", "firstYear": 1900,
               "zone": "Europe/Prague", "currency": "CZK", "missing": ["?"],
               "fields": {"kind": {"constant": "organisation"}, "id": "no", "since": "opened",
                          "type": {"column": "form", "codes": {"F": "fund", "*": "enterprise"}},
                          "industry.scheme": {"constant": "NACE"}, "industry.code": "nace",
                          "employees": "staff", "yearlyTurnover": "sales", "listed": "listed"}},
             "interactions": {"currency": "CZK", "zone": "Europe/Prague",
               "fields": {"kind": {"constant": "transaction"}, "client": "account", "occurredOn": "date",
                          "direction": {"column": "type", "codes": {"PRIJEM": "in", "VYDAJ": "out"}},
                          "amount": "amount", "category": "k_symbol", "channel": {"constant": "branch"}}},
             "facilities": {"currency": "CZK",
               "fields": {"id": "loan", "borrower": "account", "type": {"constant": "term-loan"},
                          "product": {"constant": "loan"}, "limit": "amount", "rate": {"constant": "0.06"},
                          "signedOn": "date", "maturity": "end"}},
             "statements": {"currency": "CZK",
               "fields": {"client": "account", "from": "from", "until": "until", "basis": {"constant": "solo"},
                          "currency": {"constant": "CZK"}, "audited": "audited", "recordedAt": "filed",
                          "amounts.revenue": "sales", "amounts.equity": "equity"}}}
            """));

    @Test
    void rowsBecomeClients() {
        List<Version<Client>> read = new ArrayList<>();

        QualityReport report =
                DomainFile.clients(file("clients.csv", """
                        no;opened;form;nace;staff;sales;listed
                        7;930705;F;64;?;12.50;no
                        8;991231;X;;3;;
                        """, MAPPING.clients())).forEach(read::add);

        assertThat(report.isClean()).isTrue();
        Organisation first = (Organisation) read.get(0).value();
        assertThat(first.id()).isEqualTo(ClientId.of("7"));
        assertThat(first.type()).isEqualTo(Organisation.Type.FUND);
        assertThat(first.industry()).hasToString("Industry[scheme=NACE, code=64]");
        assertThat(first.employees()).isNull();
        assertThat(first.yearlyTurnover()).isEqualTo(Money.parse("12.50", "CZK"));
        assertThat(first.listed()).isFalse();
        assertThat(read.get(0).validFrom()).isEqualTo(LocalDate.of(1993, 7, 5));
        assertThat(read.get(0).recordedAt()).isEqualTo(Instant.parse("1993-07-05T21:59:59.999999999Z"));
        Organisation second = (Organisation) read.get(1).value();
        assertThat(second.type()).isEqualTo(Organisation.Type.ENTERPRISE);
        assertThat(second.industry()).isNull();
        assertThat(second.relationship()).isEqualTo(Relationship.since(LocalDate.of(1999, 12, 31)));
    }

    @Test
    void rowsBecomeInteractionsWithAKeyOfFileAndLine() {
        List<Interaction> read = new ArrayList<>();

        QualityReport report = DomainFile.interactions(file("trans.csv", """
                        account,date,type,amount,k_symbol
                        7,1998-03-01T08:30,PRIJEM,700.00,
                        7,1998-03-02,VYDAJ,3,SIPO
                        """, MAPPING.interactions()))
                .forEach(read::add);

        assertThat(report.isClean()).isTrue();
        Transaction first = (Transaction) read.get(0);
        assertThat(first.id().value()).isEqualTo("trans.csv:2");
        assertThat(first.header().time()).contains(LocalTime.of(8, 30));
        assertThat(first.recordedAt()).isEqualTo(Instant.parse("1998-03-01T22:59:59.999999999Z"));
        assertThat(first.direction()).isEqualTo(Direction.IN);
        assertThat(first.category()).isNull();
        assertThat(first.channel()).isEqualTo(Channel.BRANCH);
        assertThat(((Transaction) read.get(1)).amount()).isEqualTo(Money.parse("3", "CZK"));
    }

    @Test
    void rowsBecomeContractsAndStatements() {
        List<Facility> loans = new ArrayList<>();
        List<FinancialStatement> statements = new ArrayList<>();

        DomainFile.facilities(file(
                        "loans.csv",
                        "loan,account,amount,date,end\n1,7,96396,1993-07-05,1994-07-05\n",
                        MAPPING.facilities()))
                .forEach(loans::add);
        DomainFile.statements(file(
                        "fs.csv",
                        "account,from,until,audited,filed,sales,equity\n7,2023-01-01,2023-12-31,yes,2024-04-01,5.5,\n",
                        MAPPING.statements()))
                .forEach(statements::add);

        assertThat(loans).singleElement().satisfies(loan -> {
            assertThat(loan.rate()).isEqualTo(new Rate(new BigDecimal("0.06")));
            assertThat(loan.recordedAt()).isEqualTo(Instant.parse("1993-07-05T23:59:59.999999999Z"));
        });
        assertThat(statements).singleElement().satisfies(statement -> {
            assertThat(statement.amounts()).containsOnlyKeys(LineItem.REVENUE);
            assertThat(statement.recordedAt()).isEqualTo(Instant.parse("2024-04-01T23:59:59.999999999Z"));
        });
    }

    @Test
    void everyBadRowIsAFindingWithoutPersonalValues() {
        List<Interaction> read = new ArrayList<>();

        QualityReport report = DomainFile.interactions(file("trans.csv", """
                        account,date,type,amount,k_symbol
                        ,1998-03-01,PRIJEM,1,
                        7,1998-02-30,PRIJEM,1,
                        7,1998-03-01,WITHDRAWAL,1,
                        7,1998-03-01,PRIJEM,"1,000.00",
                        7,1998-03-01,PRIJEM,-1,
                        7,1998-03-01,PRIJEM,0.001,
                        7,1998-03-01,PRIJEM,1,
                        """, MAPPING.interactions()))
                .forEach(read::add);

        assertThat(read).hasSize(1);
        assertThat(report.read()).isEqualTo(7);
        assertThat(report.rejected()).isEqualTo(6);
        assertThat(report.samples())
                .extracting(Finding::toString)
                .containsExactly(
                        "trans.csv:2 refused-record: expected property \"client\" is missing, found nothing",
                        "trans.csv:3 unreadable-value occurredOn: expected a day as in 2024-02-29, found 1998-02-30",
                        "trans.csv:4 unknown-code direction: expected a code of the mapping, found WITHDRAWAL",
                        "trans.csv:5 unreadable-value amount: expected a decimal number with a point and no thousands"
                                + " separators, found 1,000.00",
                        "trans.csv:6 refused-record: expected amount must not be negative, found nothing",
                        "trans.csv:7 refused-record amount.amount: expected must have a currency of ISO 4217 and no"
                                + " more decimals than it has, found nothing");
    }

    @Test
    void aMappingSaysWhatItLacks() {
        assertThatThrownBy(() -> Mapping.from(DocumentJson.readTree(
                        "{\"format\":\"lendcrm-mapping\",\"interactions\":{\"fields\":{\"client\":\"id\"}}}")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("at $.interactions.fields: must map [channel, kind, occurredOn]");
        assertThatThrownBy(() -> Mapping.from(DocumentJson.readTree("{\"format\":\"lendcrm-mapping\",\"client\":{}}")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("unknown property \"client\"");
    }

    private static MappedFile file(String name, String text, FileMapping mapping) {
        return new MappedFile(
                DelimitedFile.of(name, () -> new ByteArrayInputStream(text.getBytes(UTF_8))),
                Objects.requireNonNull(mapping));
    }
}
