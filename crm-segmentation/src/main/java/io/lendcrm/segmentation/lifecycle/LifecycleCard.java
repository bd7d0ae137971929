package io.lendcrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of the life cycle as a bank stores and approves them: when stages begin and end, and what counts as activity.
 * Set by an expert, not fitted. Immutable and thread-safe.
 */
public final class LifecycleCard implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "lifecycle-card";

    static final Set<Interaction.Kind> MONEY_MOVES = Collections.unmodifiableSet(
            EnumSet.of(Interaction.Kind.TRANSACTION, Interaction.Kind.REPAYMENT, Interaction.Kind.DISBURSEMENT));

    private final ModelInfo info;
    private final LifecycleRules rules;
    private final Set<Interaction.Kind> activity;

    LifecycleCard(ModelInfo info, LifecycleRules rules, Set<Interaction.Kind> activity) {
        this.info = requireNonNull(info, "info");
        this.rules = requireNonNull(rules, "rules");
        if (activity.isEmpty()) {
            throw new IllegalArgumentException("activity must be at least one kind of interaction, found none");
        }
        this.activity = Collections.unmodifiableSet(EnumSet.copyOf(activity));
    }

    /**
     * A card by which money that moves is activity.
     *
     * @param rules when stages begin and end
     * @return the card, dated 1970-01-01
     */
    public static LifecycleCard of(LifecycleRules rules) {
        return of(rules, MONEY_MOVES, Run.sequential());
    }

    /**
     * A card.
     *
     * @param rules when stages begin and end
     * @param activity which kinds of interaction are activity, at least one
     * @param run whose clock dates it
     * @return the card
     */
    public static LifecycleCard of(LifecycleRules rules, Set<Interaction.Kind> activity, Run run) {
        return new LifecycleCard(ModelInfo.of(TYPE, run, 0, ""), rules, activity);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return when stages begin and end} */
    public LifecycleRules rules() {
        return rules;
    }

    /** {@return which kinds of interaction are activity, in their order} */
    public Set<Interaction.Kind> activity() {
        return activity;
    }

    /** {@return an empty replay by these rules} */
    public LifecycleReplay replay() {
        return LifecycleReplay.of(rules, activity);
    }

    /** {@return the rules and what is activity} */
    @Override
    public String toString() {
        return "LifecycleCard[" + rules + ", activity " + activity + "]";
    }
}
