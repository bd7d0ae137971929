package io.lendcrm.examples.lending;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import io.lendcrm.scoring.value.profit.ExposurePath;
import io.lendcrm.scoring.value.profit.RevolvingLine;
import io.lendcrm.scoring.value.profit.RiskPath;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A contract that is still open on a day, by months. One that is 90 days past due is in default: it loses the loss given
 * default of what is owed and earns nothing. Immutable and thread-safe.
 *
 * @param kind whose contract
 * @param currency of its amounts
 * @param exposures what is drawn and put at risk from the day on
 * @param inDefault whether it is in default
 */
public record OpenContract(Client.Kind kind, Currency currency, ExposurePath exposures, boolean inDefault) {

    /** From how many days past due on a contract is in default. */
    public static final int DEFAULT_DAYS = 90;

    private static final Horizon MONTH = Horizon.months(1);

    public OpenContract {
        requireNonNull(kind, "kind");
        requireNonNull(currency, "currency");
        requireNonNull(exposures, "exposures");
    }

    /**
     * {@return whether contracts of a type can be valued; guarantees and what isn't further told can't}
     *
     * @param type the type
     */
    public static boolean isSupported(Facility.Type type) {
        return type != Facility.Type.GUARANTEE && type != Facility.Type.OTHER;
    }

    /**
     * A contract as it stands. A line counts as it was last read; one that was never read as undrawn.
     *
     * @param history the client's history, which tells what was paid
     * @param facility one of its contracts, of a supported type
     * @param day the day
     * @param assumptions tells what is drawn of a line before a default
     * @return the contract, or empty if nothing is due any more
     */
    public static Optional<OpenContract> of(
            ClientHistory history, Facility facility, LocalDate day, LendingAssumptions assumptions) {
        Client.Kind kind = history.client().kind();
        Currency currency = facility.limit().currency();
        long late = daysPastDue(history, facility, day);
        if (late >= DEFAULT_DAYS) {
            double owed = facility.plan().stream()
                    .filter(instalment -> !instalment.dueOn().isBefore(day.minusDays(late)))
                    .map(Instalment::principal)
                    .mapToDouble(principal -> principal.toDouble())
                    .sum();
            ExposurePath lost = ExposurePath.of(MONTH, facility.rate().toDouble(), owed);
            return Optional.of(new OpenContract(kind, currency, lost, true));
        }
        Optional<ExposurePath> path = facility.type() == Facility.Type.REVOLVING
                ? line(history, facility, day, assumptions)
                : ExposurePath.from(facility, day);
        return path.map(exposures -> new OpenContract(kind, currency, exposures, false));
    }

    static long daysPastDue(ClientHistory history, Facility facility, LocalDate day) {
        return facility.plan().isEmpty()
                ? 0
                : RepaymentTrack.of(facility, repayments(history, facility)).daysPastDue(day);
    }

    static List<Repayment> repayments(ClientHistory history, Facility facility) {
        return history.interactions(Repayment.class).stream()
                .filter(r -> r.facility().equals(facility.id()))
                .toList();
    }

    /**
     * What may happen to the contract: default at a constant rate, early repayment, capital by the functions for other
     * retail (persons) or corporates (all others).
     *
     * @param pd probability of default within a year; 1 is taken for a contract in default
     * @param assumptions of the book
     * @return the path
     */
    public RiskPath risk(double pd, LendingAssumptions assumptions) {
        if (inDefault) {
            return RiskPath.constant(1, assumptions.lgd(), MONTH, 1);
        }
        int periods = exposures.periods();
        IrbFunction capital = (kind == Client.Kind.INDIVIDUAL
                        ? IrbFunction.of(IrbFunction.Exposure.OTHER_RETAIL)
                        : IrbFunction.corporate())
                .withPdFloor(assumptions.pdFloor());
        return RiskPath.constant(pd, assumptions.lgd(), MONTH, periods)
                .withYearlyPrepayment(assumptions.prepaymentPerYear())
                .withCapital(capital, pd, periods);
    }

    private static Optional<ExposurePath> line(
            ClientHistory history, Facility facility, LocalDate day, LendingAssumptions assumptions) {
        long months = ChronoUnit.MONTHS.between(day, facility.maturity());
        if (months < 1) {
            return Optional.empty();
        }
        double drawn = history.interactions(BalanceReading.class).stream()
                .filter(reading -> reading.account().equals(facility.id())
                        && reading.balance().currency().equals(facility.limit().currency()))
                .reduce((earlier, later) -> later)
                .map(reading -> reading.balance().toDouble())
                .orElse(0.0);
        double limit = Math.max(drawn, facility.limit().toDouble());
        double utilisation = limit == 0 ? 0 : Math.max(0, drawn) / limit;
        RevolvingLine line = new RevolvingLine(
                limit,
                utilisation,
                assumptions.conversionFactor(),
                facility.rate().toDouble(),
                0,
                MONTH,
                Math.toIntExact(months));
        return Optional.of(line.exposures());
    }
}
