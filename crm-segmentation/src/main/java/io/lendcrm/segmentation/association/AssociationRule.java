package io.lendcrm.segmentation.association;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A rule: who has all of the antecedent often has the consequent too. It says what occurs together, not what causes
 * what. Immutable and thread-safe.
 *
 * @param antecedent what must be held, at least one item, in the order of texts
 * @param consequent what is then suggested, not in the antecedent
 * @param counts how often the sides occur, and the measures
 */
public record AssociationRule(List<String> antecedent, String consequent, RuleCounts counts) {

    public AssociationRule {
        antecedent = List.copyOf(antecedent);
        requireNonNull(consequent, "consequent");
        requireNonNull(counts, "counts");
        if (antecedent.isEmpty() || antecedent.contains(consequent)) {
            throw new IllegalArgumentException(
                    "antecedent must have items, the consequent not among them, found " + antecedent);
        }
    }

    /** {@return the rule as {@code {a, b} => {c}}} */
    @Override
    public String toString() {
        return "{" + String.join(", ", antecedent) + "} => {" + consequent + "}";
    }
}
