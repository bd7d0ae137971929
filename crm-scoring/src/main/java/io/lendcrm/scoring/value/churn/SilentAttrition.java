package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Silent attrition of activity that nobody is committed to, such as transactions, drawings on a free line, or
 * referrals: {@code 1 - P(alive)} at the end of the horizon. Not for drawn loans, whose end is in the books: take
 * {@link ContractualChurn} or {@link SurvivalChurn} there.
 *
 * <p>The base is 0, that of a client who is certain to stay. Two reasons add up to the probability:
 * {@code churn.left-already}, that the client has left by now, and {@code churn.leaves-ahead}, that it is active now
 * and leaves within the horizon.
 *
 * @param model whether a client is still active
 */
public record SilentAttrition(PurchaseModel model) implements ChurnModel<PurchaseSummary> {

    public SilentAttrition {
        requireNonNull(model, "model");
    }

    @Override
    public Score churn(ClientId client, PurchaseSummary known, Horizon ahead) {
        double left = 1 - model.probabilityAlive(known);
        double gone = Math.max(left, 1 - model.probabilityAlive(known, ahead));
        Map<String, String> arguments = Map.of(
                "events", Integer.toString(known.frequency()),
                "silence", plain(known.age() - known.recency()),
                "unit", model.unit().name().toLowerCase(java.util.Locale.ROOT));
        return new Score.Scored(
                client,
                gone,
                0,
                List.of(
                        Reason.of("churn.left-already", left, arguments),
                        Reason.of("churn.leaves-ahead", gone - left, arguments)),
                model.info());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
