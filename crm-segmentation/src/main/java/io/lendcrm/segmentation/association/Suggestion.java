package io.lendcrm.segmentation.association;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import java.util.List;

/**
 * An item suggested to a client by a rule. That clients like this one often hold it doesn't say that an offer gains
 * anything: only a control group does. Immutable and thread-safe.
 *
 * @param item what is suggested
 * @param rule the first rule that suggests it
 * @param reasons why
 */
public record Suggestion(String item, AssociationRule rule, List<Reason> reasons) {

    public Suggestion {
        requireNonNull(item, "item");
        requireNonNull(rule, "rule");
        reasons = List.copyOf(reasons);
    }
}
