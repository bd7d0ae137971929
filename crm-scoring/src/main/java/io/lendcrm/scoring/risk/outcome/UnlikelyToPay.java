package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.reason.ReasonCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A sign that a client is unlikely to pay, whatever its days past due. Immutable and thread-safe, if the finder is.
 *
 * @param reason its reason code, with a text of the caller's if it isn't one of ours
 * @param lasting whether the default never ends, as after a write-off; else it lasts that day and the probation
 * @param days finds the days on which the sign was seen in a history
 */
public record UnlikelyToPay(ReasonCode reason, boolean lasting, Function<ClientHistory, List<LocalDate>> days) {

    public UnlikelyToPay {
        requireNonNull(reason, "reason");
        requireNonNull(days, "days");
    }

    /** {@return a credit was given up as lost} */
    public static UnlikelyToPay writeOff() {
        return new UnlikelyToPay(
                ReasonCode.of("outcome.write-off"),
                true,
                history -> history.interactions(LoanApplication.class).stream()
                        .filter(step -> step.state() == ApplicationState.WRITTEN_OFF)
                        .map(Interaction::occurredOn)
                        .toList());
    }

    /** {@return a guarantee for the client was called upon} */
    public static UnlikelyToPay guaranteeCall() {
        return new UnlikelyToPay(
                ReasonCode.of("outcome.guarantee-call"),
                false,
                history -> history.interactions(GuaranteeCall.class).stream()
                        .map(Interaction::occurredOn)
                        .toList());
    }

    /** {@return a credit report tells of a default, here or at another lender} */
    public static UnlikelyToPay bureauDefault() {
        return new UnlikelyToPay(
                ReasonCode.of("outcome.bureau-default"),
                false,
                history -> history.reports().stream()
                        .map(CreditReport::defaults)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    /**
     * A rating that stands for default.
     *
     * @param scale the scale's name
     * @param grades its grades of default, such as {@code D} and {@code SD}
     * @return the sign, seen on the day of each such rating
     */
    public static UnlikelyToPay rated(String scale, Set<String> grades) {
        requireNonNull(scale, "scale");
        Set<String> codes = Set.copyOf(grades);
        return new UnlikelyToPay(
                ReasonCode.of("outcome.rated-in-default"),
                false,
                history -> history.ratings().stream()
                        .filter(rating -> rating.scale().equals(scale) && codes.contains(rating.grade()))
                        .map(Rating::ratedOn)
                        .toList());
    }

    /**
     * An event of the source's own, such as an insolvency or a distressed restructuring.
     *
     * @param type the event's type
     * @param lasting whether the default never ends
     * @return the sign, seen on the day of each such event
     */
    public static UnlikelyToPay event(String type, boolean lasting) {
        requireNonNull(type, "type");
        return new UnlikelyToPay(
                ReasonCode.of("outcome.event"),
                lasting,
                history -> history.interactions(OtherInteraction.class).stream()
                        .filter(event -> event.type().equals(type))
                        .map(Interaction::occurredOn)
                        .toList());
    }
}
