package io.lendcrm.core.extraction;

import io.lendcrm.core.client.Individual;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.money.ExchangeRates;
import java.util.Currency;
import java.util.Optional;

/** What is known of a person: sensitive, hence apart from the rest. */
record PersonalTraits(ClientHistory history, Optional<Individual> person, CurrencySum income) {

    static PersonalTraits of(ClientHistory history, Currency currency, ExchangeRates rates) {
        CurrencySum income = new CurrencySum(currency, rates, history.asOf());
        Optional<Individual> person =
                history.client() instanceof Individual individual ? Optional.of(individual) : Optional.empty();
        person.map(Individual::yearlyIncome).ifPresent(income::add);
        return new PersonalTraits(history, person, income);
    }

    static Definitions<PersonalTraits> definitions(Currency currency) {
        return Definitions.<PersonalTraits>of(Dimension.FINANCE_AND_SOLVENCY)
                .readingSensitive("individual.birthDate")
                .numeric(
                        "age_years",
                        "years",
                        "Full years of a person's age on the date; missing if unknown",
                        v -> v.person.isPresent()
                                        && v.person
                                                .get()
                                                .ageOn(v.history.asOf().date())
                                                .isPresent()
                                ? v.person.get().ageOn(v.history.asOf().date()).getAsInt()
                                : Double.NaN)
                .readingSensitive("individual.householdSize")
                .numeric(
                        "household_size",
                        "people",
                        "People in a person's household; missing if unknown",
                        v -> v.person
                                .map(Individual::householdSize)
                                .map(Integer::doubleValue)
                                .orElse(Double.NaN))
                .readingSensitive("individual.yearlyIncome")
                .numeric(
                        "yearly_income",
                        currency.getCurrencyCode(),
                        "A person's income a year at the rate known on the date; missing if unknown or without a rate (see "
                                + "income_unconverted)",
                        v -> v.person.map(Individual::yearlyIncome).isPresent() ? v.income.total() : Double.NaN)
                .numeric(
                        "income_unconverted",
                        "amounts",
                        "1 if the income is in a currency without a known rate, else 0",
                        v -> v.income.lacking())
                .build();
    }
}
