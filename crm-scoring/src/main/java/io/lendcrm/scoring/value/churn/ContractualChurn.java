package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.contract.RetentionModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Leaving at the end of a contract, by tenure alone: {@code 1 - S(tenure + ahead) / S(tenure)}. The base is the
 * probability of a new client within the same horizon; the one reason, {@code churn.tenure}, tells what the tenure
 * changes. A model in periods knows whole periods only.
 *
 * @param model for how long clients stay
 */
public record ContractualChurn(RetentionModel model) implements ChurnModel<Tenure> {

    public ContractualChurn {
        requireNonNull(model, "model");
    }

    /**
     * The probability to leave.
     *
     * @throws IllegalArgumentException if the model doesn't know such a tenure or horizon
     */
    @Override
    public Score churn(ClientId client, Tenure known, Horizon ahead) {
        double tenure = known.in(model.unit());
        double span = ahead.in(model.unit());
        double value = 1 - model.retention(tenure, span);
        double base = 1 - model.retention(0, span);
        Reason reason = Reason.of(
                "churn.tenure",
                value - base,
                Map.of(
                        "tenure",
                        BigDecimal.valueOf(tenure)
                                .setScale(1, RoundingMode.HALF_EVEN)
                                .toPlainString(),
                        "unit",
                        model.unit().name().toLowerCase(Locale.ROOT)));
        return new Score.Scored(client, value, base, List.of(reason), model.info());
    }
}
