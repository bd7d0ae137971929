package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;

/** What the parts of an interaction have to be. */
final class Requirement {
    private Requirement() {}

    static String notBlank(String value, String name) {
        if (requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    static Money notNegative(Money amount, String name) {
        if (requireNonNull(amount, name).isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, found " + amount);
        }
        return amount;
    }
}
