package io.lendcrm.core.json;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.client.CashFlowPlan;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.Label;
import io.lendcrm.core.client.ManagerAssignment;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.client.SoleTrade;
import io.lendcrm.core.credit.Covenant;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.CompetitorQuote;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Note;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.time.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Clients, interactions, contracts and statements of every kind, with parts left out by chance. */
public final class DomainArbitraries {

    private final Random random;

    private DomainArbitraries(long seed) {
        this.random = new Random(seed);
    }

    public static Arbitrary<Version<Client>> clients() {
        return Arbitraries.randomValue(random -> new DomainArbitraries(random.nextLong()).client());
    }

    public static Arbitrary<Interaction> interactions() {
        return Arbitraries.randomValue(random -> new DomainArbitraries(random.nextLong()).interaction());
    }

    public static Arbitrary<Facility> facilities() {
        return Arbitraries.randomValue(random -> new DomainArbitraries(random.nextLong()).facility());
    }

    public static Arbitrary<FinancialStatement> statements() {
        return Arbitraries.randomValue(random -> new DomainArbitraries(random.nextLong()).statement());
    }

    private Version<Client> client() {
        Relationship relationship = new Relationship(
                day(0),
                one(Screening.values()),
                some(() -> new ManagerAssignment(text(), day(0), maybe(() -> day(500)))));
        Client client = switch (one(Client.Kind.values())) {
            case INDIVIDUAL ->
                new Individual(
                        id(),
                        relationship,
                        maybe(this::text),
                        maybe(() -> day(-9000)),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(() -> 1 + random.nextInt(9)),
                        maybe(this::money),
                        maybe(this::trade),
                        AlternativeData.none());
            case ORGANISATION ->
                new Organisation(
                        id(),
                        relationship,
                        one(Organisation.Type.values()),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(() -> day(-500)),
                        maybe(this::industry),
                        maybe(() -> random.nextInt(900)),
                        maybe(() -> one(Organisation.Ownership.values())),
                        maybe(random::nextBoolean),
                        maybe(this::money),
                        maybe(this::money),
                        some(() -> new Label(one(Label.Kind.values()), text(), text(), day(0), maybe(() -> day(500)))),
                        AlternativeData.none());
            case PROJECT_COMPANY -> project(relationship);
        };
        return new Version<>(client, day(0), instant());
    }

    private ProjectCompany project(Relationship relationship) {
        Money money = Money.parse("5000000.10", "CNY");
        return new ProjectCompany(
                id(),
                relationship,
                maybe(this::text),
                some(this::id),
                one(ProjectCompany.Phase.values()),
                maybe(this::industry),
                some(() -> new ProjectCompany.Contract(
                        one(ProjectCompany.Contract.Subject.values()), text(), day(0), maybe(() -> day(500)))),
                maybe(() -> new CashFlowPlan(
                        day(0),
                        money,
                        List.of(new CashFlowPlan.Period(
                                day(500), Money.parse("-7.01", "CNY"), Money.parse("3", "CNY"), money)))),
                some(() -> new ProjectCompany.Reserve(one(ProjectCompany.Reserve.Use.values()), money, money)),
                some(() -> day(300)));
    }

    private Interaction interaction() {
        Header header = new Header(
                InteractionId.of(text()),
                id(),
                day(0),
                maybe(() ->
                        LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(999))),
                instant(),
                one(Channel.APP, Channel.BRANCH, new Channel("kiosk")),
                one(SourceId.UNKNOWN, SourceId.of("core")));
        return switch (one(Interaction.Kind.values())) {
            case TRANSACTION ->
                new Transaction(header, one(Direction.values()), money(), maybe(this::text), maybe(this::text));
            case REPAYMENT -> {
                Money due = money();
                yield new Repayment(header, text(), day(30), due, Money.zero(due.currency()));
            }
            case APPLICATION ->
                new LoanApplication(
                        header,
                        text(),
                        one(ApplicationState.values()),
                        money(),
                        maybe(this::text),
                        maybe(() -> CompetitorQuote.of(text(), Rate.percent("4.35"))));
            case DISBURSEMENT -> new Disbursement(header, text(), money(), maybe(this::text));
            case USE_OF_PROCEEDS -> new UseOfProceeds(header, text(), money(), text(), text());
            case BALANCE -> {
                Money balance = money();
                yield new BalanceReading(header, text(), balance, maybe(() -> Money.zero(balance.currency())));
            }
            case COVENANT_TEST ->
                new CovenantTest(header, text(), text(), random.nextBoolean(), maybe(() -> new BigDecimal("1.250")));
            case GUARANTEE_CALL -> new GuaranteeCall(header, text(), money());
            case INQUIRY -> new Inquiry(header, text(), maybe(this::text), maybe(this::text));
            case COMPLAINT -> new Complaint(header, text(), one(ComplaintState.values()), text());
            case FEEDBACK -> new Feedback(header, text(), text(), random.nextInt(11), 0, 10, maybe(this::text));
            case NOTE -> new Note(header, text(), text(), one(DataClass.values()));
            case CONTACT -> new Contact(header, text(), maybe(this::text), one(ContactResponse.values()));
            case VISIT -> new Visit(header, text());
            case OTHER -> new OtherInteraction(header, text(), Map.of("b", text(), "a", text()));
        };
    }

    private Facility facility() {
        Money limit = money();
        return new Facility(
                text(),
                id(),
                one(Facility.Type.values()),
                text(),
                limit,
                Rate.percent("4.350"),
                maybe(() -> one(Facility.RateType.values())),
                maybe(this::text),
                day(0),
                day(500),
                some(() -> new Instalment(day(60), limit, Money.zero(limit.currency()))),
                some(() -> new Covenant(text(), text(), one(Covenant.Side.values()), random.nextGaussian(), day(0), 3)),
                instant());
    }

    private FinancialStatement statement() {
        Map<LineItem, BigDecimal> amounts = new EnumMap<>(LineItem.class);
        for (LineItem line : LineItem.values()) {
            if (random.nextBoolean()) {
                amounts.put(line, BigDecimal.valueOf(random.nextInt(), random.nextInt(4)));
            }
        }
        return new FinancialStatement(
                id(),
                day(0),
                day(365),
                one(FinancialStatement.Basis.values()),
                random.nextBoolean(),
                Currency.getInstance("CNY"),
                one(BigDecimal.ONE, new BigDecimal("10000")),
                amounts,
                instant());
    }

    private SoleTrade trade() {
        return new SoleTrade(
                maybe(this::text),
                maybe(this::text),
                maybe(() -> day(-100)),
                maybe(this::industry),
                maybe(() -> random.nextInt(5)),
                maybe(this::money));
    }

    private Industry industry() {
        return new Industry("NACE", "C26");
    }

    private ClientId id() {
        return ClientId.of("id-" + random.nextInt(1000));
    }

    private String text() {
        return one("x", "公司 7", "a \"b\" \\ c", "line\nbreak") + random.nextInt(100);
    }

    private Money money() {
        return new Money(random.nextInt(1_000_000), Currency.getInstance(one("EUR", "CNY", "JPY", "KWD")));
    }

    private LocalDate day(int after) {
        return LocalDate.of(2015, 1, 1).plusDays(after + random.nextInt(100));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(1_400_000_000L + random.nextInt(1_000_000), random.nextInt(1_000_000_000));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> some(Supplier<T> value) {
        return random.nextBoolean() ? List.of() : List.of(value.get(), value.get());
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
