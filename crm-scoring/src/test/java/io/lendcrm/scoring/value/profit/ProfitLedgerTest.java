package io.lendcrm.scoring.value.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.statement.RatioValue;
import io.lendcrm.scoring.ReferenceTable;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProfitLedgerTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    /** Of a loan of 10 billion, so that a minor unit is 1e-12 of it. */
    @Test
    void rarocMeetsTheReference() {
        for (ReferenceTable row : ReferenceTable.rows(getClass(), "raroc.tsv")) {
            double k = IrbFunction.corporate().capital(row.number("pd"), row.number("lgd"), row.number("M"));
            assertThat(12.5 * k * row.number("capitalRatio")).isCloseTo(row.number("capital"), within(1e-12));
            ProfitStatement year = new ProfitStatement(
                    part(row.number("rate")),
                    part(row.number("fee")),
                    part(row.number("ftp")),
                    part(row.number("el")),
                    part(row.number("opex")),
                    part(row.number("hurdle") * row.number("capital")),
                    part(row.number("capital")));
            assertThat(year.raroc(row.number("tax"), row.number("riskFree"))
                            .asDouble()
                            .orElseThrow())
                    .isCloseTo(row.number("hurdle"), within(1e-9));
        }
    }

    @Test
    void contributionIsWhatRemains() {
        ProfitStatement year = statement(1000, 200, 400, 150, 100, 80, 1000);

        assertThat(year.riskAdjustedProfit()).isEqualTo(new Money(550, EUR));
        assertThat(year.contribution()).isEqualTo(new Money(470, EUR));
        assertThat(year.raroc()).isEqualTo(RatioValue.of(0.55));
        assertThat(ProfitStatement.zero(EUR).raroc().kind()).isEqualTo(RatioValue.Kind.UNDEFINED);
        assertThat(year.waterfall().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(4.7, within(1e-12));
        assertThat(year.waterfall().get(2).arguments()).isEqualTo(Map.of("amount", "-4.00"));
        assertThat(year.toString()).doesNotContain("10.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfitLedger.of(Currency.getInstance("USD")).add(ClientId.of("C-1"), year))
                .withMessageContaining("currency");
    }

    @Property(tries = 50)
    void clientsAndGroupsAddUpToTheBookExactly(@ForAll long seed) {
        Random random = new Random(seed);
        ProfitLedger book = ProfitLedger.of(EUR);
        ProfitLedger one = ProfitLedger.of(EUR);
        ProfitLedger other = ProfitLedger.of(EUR);
        for (int entry = 0; entry < 200; entry++) {
            ClientId client = ClientId.of("C-" + random.nextInt(30));
            ProfitStatement statement = statement(
                    amount(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    Math.abs(amount(random)));
            book.add(client, statement);
            (random.nextBoolean() ? one : other).add(client, statement);
        }
        ProfitStatement zero = ProfitStatement.zero(EUR);

        assertThat(book.clients().values().stream().reduce(zero, ProfitStatement::plus))
                .isEqualTo(book.book());
        assertThat(book.groups(c -> c.value().hashCode() % 4).values().stream().reduce(zero, ProfitStatement::plus))
                .isEqualTo(book.book());
        ProfitLedger merged = one.merge(other);
        assertThat(merged.book()).isEqualTo(book.book());
        assertThat(merged.clients()).isEqualTo(book.clients());
    }

    private static long amount(Random random) {
        return random.nextLong() >> 20;
    }

    private static Money part(double fraction) {
        return new Money(Math.round(fraction * 1e12), EUR);
    }

    private static ProfitStatement statement(
            long income, long fees, long funding, long loss, long cost, long charge, long capital) {
        return new ProfitStatement(
                new Money(income, EUR),
                new Money(fees, EUR),
                new Money(funding, EUR),
                new Money(loss, EUR),
                new Money(cost, EUR),
                new Money(charge, EUR),
                new Money(capital, EUR));
    }
}
