package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.ApplicationTrack;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.RefusedMove;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.statement.AccountingIdentity;
import io.lendcrm.core.statement.Discrepancy;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for what doesn't fit together within a client's dossier. Its findings are warnings: the facts stay, and people
 * look at them. The rules:
 *
 * <ul>
 *   <li>{@code future-date}: something happened after the day it is looked at;
 *   <li>{@code event-before-client}: an interaction or a contract is older than the relationship;
 *   <li>{@code unknown-facility}: an interaction names a contract that the dossier lacks;
 *   <li>{@code balance-over-limit}: more is drawn than the limit of that day;
 *   <li>{@code illegal-application-move}: an application went from a state to one that can't follow, or
 *       didn't begin with {@code APPLIED}, as {@link ApplicationTrack} tells;
 *   <li>{@code statement-identity}: a statement's line isn't what its parts add up to.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class DossierChecks {

    private final AsOf asOf;

    private DossierChecks(AsOf asOf) {
        this.asOf = requireNonNull(asOf, "asOf");
    }

    /**
     * Checks as seen from a point in time.
     *
     * @param asOf the day after which nothing can have happened
     * @return the checks
     */
    public static DossierChecks at(AsOf asOf) {
        return new DossierChecks(asOf);
    }

    /**
     * Checks many dossiers.
     *
     * @param dossiers the dossiers
     * @return a report whose records are the dossiers
     */
    public QualityReport check(Iterable<Dossier> dossiers) {
        QualityReport.Builder report = QualityReport.builder();
        dossiers.forEach(dossier -> report.accept(check(dossier)));
        return report.build();
    }

    /**
     * Checks a dossier.
     *
     * @param dossier the dossier
     * @return what was found, in no particular order
     */
    public List<Finding> check(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        dates(dossier, findings);
        facilities(dossier, findings);
        balances(dossier, findings);
        applications(dossier, findings);
        identities(dossier, findings);
        return findings;
    }

    private void dates(Dossier dossier, List<Finding> findings) {
        Optional<LocalDate> since = dossier.states().all().stream()
                .map(Version::value)
                .map(Client::relationship)
                .map(relationship -> relationship.since())
                .min(Comparator.naturalOrder());
        for (Interaction interaction : dossier.interactions()) {
            date(dossier, since, interaction.occurredOn(), "occurredOn", findings);
        }
        for (Facility facility : dossier.facilities()) {
            date(dossier, since, facility.signedOn(), "signedOn", findings);
        }
        dossier.statements().stream()
                .filter(statement -> statement.until().isAfter(asOf.date()))
                .forEach(statement -> findings.add(future(dossier, "until", statement.until())));
    }

    private void date(Dossier dossier, Optional<LocalDate> since, LocalDate day, String field, List<Finding> findings) {
        if (day.isAfter(asOf.date())) {
            findings.add(future(dossier, field, day));
        }
        if (since.isPresent() && day.isBefore(since.get())) {
            findings.add(finding(
                    dossier,
                    "event-before-client",
                    field,
                    day,
                    "a day on or after the relationship's first, " + since.get()));
        }
    }

    private Finding future(Dossier dossier, String field, LocalDate day) {
        return finding(dossier, "future-date", field, day, "a day on or before " + asOf.date());
    }

    private static void facilities(Dossier dossier, List<Finding> findings) {
        Set<String> known = dossier.facilities().stream().map(Facility::id).collect(Collectors.toSet());
        for (Interaction interaction : dossier.interactions()) {
            facilityOf(interaction)
                    .filter(facility -> !known.contains(facility))
                    .ifPresent(facility -> findings.add(
                            finding(dossier, "unknown-facility", "facility", facility, "the key of a known contract")));
        }
    }

    private static Optional<String> facilityOf(Interaction interaction) {
        return switch (interaction.kind()) {
            case REPAYMENT -> Optional.of(((Repayment) interaction).facility());
            case DISBURSEMENT -> Optional.of(((Disbursement) interaction).facility());
            case USE_OF_PROCEEDS -> Optional.of(((UseOfProceeds) interaction).facility());
            case COVENANT_TEST -> Optional.of(((CovenantTest) interaction).facility());
            case GUARANTEE_CALL -> Optional.of(((GuaranteeCall) interaction).facility());
            default -> Optional.empty();
        };
    }

    private static void balances(Dossier dossier, List<Finding> findings) {
        for (Interaction interaction : dossier.interactions()) {
            if (interaction instanceof BalanceReading reading
                    && reading.limit() != null
                    && reading.balance().compareTo(reading.limit()) > 0) {
                findings.add(finding(
                        dossier,
                        "balance-over-limit",
                        "balance",
                        reading.balance(),
                        "at most the limit of " + reading.occurredOn() + ", " + reading.limit()));
            }
        }
    }

    private static void applications(Dossier dossier, List<Finding> findings) {
        List<LoanApplication> steps = dossier.interactions().stream()
                .filter(LoanApplication.class::isInstance)
                .map(LoanApplication.class::cast)
                .toList();
        for (ApplicationTrack track : ApplicationTrack.byApplication(steps)) {
            for (RefusedMove<ApplicationState> move : track.refused()) {
                findings.add(finding(
                        dossier,
                        "illegal-application-move",
                        "state",
                        move.to(),
                        move.from() == null
                                ? "an application that begins with " + ApplicationState.APPLIED
                                : "a state that can follow " + move.from()));
            }
        }
    }

    private static void identities(Dossier dossier, List<Finding> findings) {
        for (FinancialStatement statement : dossier.statements()) {
            for (Discrepancy found : AccountingIdentity.discrepancies(statement)) {
                findings.add(finding(
                        dossier,
                        "statement-identity",
                        found.identity().whole() + " of " + statement.until(),
                        found.left(),
                        "the sum of " + found.identity().parts() + ", " + found.right()));
            }
        }
    }

    private static Finding finding(Dossier dossier, String rule, String field, Object found, String expected) {
        return Finding.of(
                rule,
                Severity.WARNING,
                Place.of(dossier.id()),
                field,
                String.valueOf(found),
                DataClass.ORDINARY,
                expected);
    }
}
