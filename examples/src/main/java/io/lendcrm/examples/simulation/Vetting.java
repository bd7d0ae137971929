package io.lendcrm.examples.simulation;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.credit.Collateral;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.credit.RatingScale;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the lender finds out when it looks closer, once a year: a bureau's report, its own rating of a firm, and what
 * secures the loans. Ratings see the true PD through noise. Not thread-safe; confine to one thread.
 */
final class Vetting {

    /** The lender's own scale, each grade at the middle of its PDs. */
    static final RatingScale SCALE = new RatingScale(
            "own-2020",
            List.of(
                    new RatingScale.Grade("1", 0.001),
                    new RatingScale.Grade("2", 0.003),
                    new RatingScale.Grade("3", 0.008),
                    new RatingScale.Grade("4", 0.018),
                    new RatingScale.Grade("5", 0.04),
                    new RatingScale.Grade("6", 0.09),
                    new RatingScale.Grade("7", 0.25),
                    new RatingScale.Grade("D", 1)));

    private static final SourceId BUREAU = SourceId.of("bureau");
    private static final SourceId RATING = SourceId.of("rating-desk");

    private final Nature nature;
    private final Draw draw;
    private final List<CreditReport> reports = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();

    Vetting(Nature nature, Draw draw) {
        this.nature = nature;
        this.draw = draw;
    }

    /** Looks at the client in the course of a year's first month. */
    void look(LocalDate month, Distress distress, boolean owes) {
        LocalDate on = month.plusDays(draw.below(28));
        double trouble = distress.signal();
        CreditReport.Status status = distress.defaulted()
                ? CreditReport.Status.CRITICAL
                : trouble > 1
                        ? CreditReport.Status.DELAYED
                        : owes ? CreditReport.Status.DULY_PAID : CreditReport.Status.NO_OPEN_CREDIT;
        List<LocalDate> inquiries = new ArrayList<>();
        for (int i = draw.poisson(0.4 + Math.max(0, trouble)); i > 0; i--) {
            inquiries.add(on.minusDays(draw.between(1, 300)));
        }
        reports.add(CreditReport.builder()
                .client(nature.id())
                .source(BUREAU)
                .reportedOn(on)
                .validUntil(on.plusYears(1))
                .openLines(draw.poisson(owes ? 2.5 : 1))
                .worstStatus(status)
                .inquiries(inquiries)
                .recordedAt(AsOf.recordedOn(on.plusDays(1), ZoneOffset.UTC))
                .build());
        if (nature.isFirm()) {
            ratings.add(new Rating(
                    nature.id(),
                    Rating.Kind.INTERNAL,
                    SCALE.name(),
                    distress.defaulted() ? "D" : grade(trouble),
                    RATING,
                    on,
                    on.plusYears(1),
                    AsOf.recordedOn(on, ZoneOffset.UTC)));
        }
    }

    private String grade(double trouble) {
        double seen = nature.annualPd() * StrictMath.exp(0.4 * draw.normal() + Math.max(0, trouble));
        RatingScale.Grade nearest = SCALE.grades().get(0);
        for (RatingScale.Grade grade : SCALE.grades().subList(0, SCALE.grades().size() - 1)) {
            double distance = Math.abs(StrictMath.log(seen / grade.probabilityOfDefault()));
            if (distance < Math.abs(StrictMath.log(seen / nearest.probabilityOfDefault()))) {
                nearest = grade;
            }
        }
        return nearest.code();
    }

    List<CreditReport> reports() {
        return reports;
    }

    List<Rating> ratings() {
        return ratings;
    }

    /** What secures the loans: most large ones, by what the client has. */
    List<Collateral> collateral(List<Facility> facilities) {
        List<Collateral> all = new ArrayList<>();
        for (Facility facility : facilities) {
            if (draw.chance(nature.isFirm() ? 0.6 : 0.3)) {
                double value = facility.limit().toDouble() * (0.5 + 0.8 * draw.uniform());
                all.add(new Collateral(
                        facility.id() + "-C",
                        nature.id(),
                        nature.id(),
                        kind(),
                        Set.of(facility.id()),
                        nature.money(value),
                        facility.signedOn(),
                        new BigDecimal("0.3"),
                        facility.recordedAt()));
            }
        }
        return all;
    }

    private Collateral.Kind kind() {
        return switch (nature.archetype()) {
            case GROWTH_TECH -> Collateral.Kind.INTELLECTUAL_PROPERTY;
            case MANUFACTURER -> Collateral.Kind.RECEIVABLES;
            case MICRO_FIRM, SOLE_TRADER -> Collateral.Kind.EQUIPMENT;
            case CORPORATE -> Collateral.Kind.SECURITIES;
            case SALARIED, AFFLUENT, PROJECT -> Collateral.Kind.REAL_ESTATE;
        };
    }
}
