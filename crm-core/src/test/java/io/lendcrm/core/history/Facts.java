package io.lendcrm.core.history;

import static io.lendcrm.core.history.Samples.day;
import static io.lendcrm.core.history.Samples.id;
import static io.lendcrm.core.history.Samples.recorded;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Collateral;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Guarantee;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.time.Version;
import io.lendcrm.core.time.Versions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of every type a dossier holds, each of a day, recorded on a day, with a number that tells them apart. */
enum Facts {
    INTERACTION {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withInteractions(plus(
                    dossier.interactions(),
                    Samples.purchase(CLIENT, "i" + dossier.interactions().size(), day, recordedDay, number + ".00")));
        }
    },
    STATE {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            Client state = Individual.builder()
                    .id(id(CLIENT))
                    .relationship(Relationship.since(Samples.DAY_0))
                    .householdSize(number)
                    .build();
            Versions<Client> states = dossier.states().with(new Version<>(state, day(day), recorded(recordedDay)));
            return new Dossier(
                    dossier.id(),
                    states,
                    dossier.interactions(),
                    dossier.statements(),
                    dossier.facilities(),
                    dossier.reports(),
                    dossier.ratings(),
                    dossier.collateral(),
                    dossier.guarantees());
        }
    },
    STATEMENT {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withStatements(plus(
                    dossier.statements(),
                    new FinancialStatement(
                            id(CLIENT),
                            day(day).minusYears(1),
                            day(day),
                            FinancialStatement.Basis.SOLO,
                            true,
                            Currency.getInstance("EUR"),
                            BigDecimal.ONE,
                            Map.of(LineItem.REVENUE, BigDecimal.valueOf(number)),
                            recorded(recordedDay))));
        }
    },
    FACILITY {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withFacilities(plus(dossier.facilities(), facility("f" + day, day, recordedDay, number)));
        }
    },
    REPORT {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withReports(plus(
                    dossier.reports(),
                    CreditReport.builder()
                            .client(id(CLIENT))
                            .source(SourceId.of("bureau"))
                            .reportedOn(day(day))
                            .validUntil(day(day + 90))
                            .openLines(number)
                            .recordedAt(recorded(recordedDay))
                            .build()));
        }
    },
    RATING {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withRatings(plus(
                    dossier.ratings(),
                    new Rating(
                            id(CLIENT),
                            Rating.Kind.INTERNAL,
                            "house",
                            "grade " + number,
                            SourceId.of("credit"),
                            day(day),
                            null,
                            recorded(recordedDay))));
        }
    },
    COLLATERAL {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withCollateral(plus(
                    dossier.collateral(),
                    new Collateral(
                            "house",
                            id(CLIENT),
                            id(CLIENT),
                            Collateral.Kind.values()[0],
                            Set.of("f1"),
                            euros(number),
                            day(day),
                            BigDecimal.ZERO,
                            recorded(recordedDay))));
        }
    },
    GUARANTEE {
        @Override
        Dossier addedTo(Dossier dossier, int day, int recordedDay, int number) {
            return dossier.withGuarantees(plus(
                    dossier.guarantees(),
                    new Guarantee(
                            "g" + day,
                            id(CLIENT),
                            id("parent"),
                            Guarantee.Kind.values()[0],
                            "f1",
                            euros(number),
                            day(day),
                            day(day + 1000),
                            recorded(recordedDay))));
        }
    };

    static final String CLIENT = "ann";

    /** The dossier with one more fact: what happened on a day, was recorded on another, and differs by its number. */
    abstract Dossier addedTo(Dossier dossier, int day, int recordedDay, int number);

    /** A loan with two instalments in the years after signing. */
    static Facility facility(String key, int signed, int recordedDay, int limit) {
        LocalDate signedOn = day(signed);
        return Facility.builder()
                .id(key)
                .borrower(id(CLIENT))
                .type(Facility.Type.TERM_LOAN)
                .product("term")
                .limit(euros(limit))
                .rate(Rate.percent("5"))
                .signedOn(signedOn)
                .maturity(signedOn.plusYears(2))
                .plan(List.of(
                        new Instalment(signedOn.plusYears(1), euros(limit), euros(1)),
                        new Instalment(signedOn.plusYears(2), euros(limit), euros(1))))
                .recordedAt(recorded(recordedDay))
                .build();
    }

    private static Money euros(int amount) {
        return Money.parse(amount + ".00", "EUR");
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
