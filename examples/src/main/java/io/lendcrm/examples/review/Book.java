package io.lendcrm.examples.review;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.examples.report.Text;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A client book to review. Immutable; thread-safe as far as its parts are.
 *
 * @param lender whose book
 * @param source where the data come from, in a sentence
 * @param asOf the point in time it is seen from
 * @param end the end of the data: what is dated later is wrong, while what lies between the two is merely not seen
 * @param currency the currency of all amounts in the report
 * @param rates converts other currencies to it
 * @param clients how many clients
 * @param dossiers a client's dossier by its place from 0, the same at every call and from any thread
 * @param gate decides which reads are allowed
 * @param feeds what was read, by the name of the file or the system, with what was found
 * @param parameters the run's parameters in the order to show them
 */
public record Book(
        Text lender,
        Text source,
        AsOf asOf,
        AsOf end,
        Currency currency,
        ExchangeRates rates,
        int clients,
        IntFunction<Dossier> dossiers,
        UseGate gate,
        Map<String, QualityReport> feeds,
        Map<String, String> parameters) {

    public Book {
        requireNonNull(lender, "lender");
        requireNonNull(source, "source");
        requireNonNull(asOf, "asOf");
        requireNonNull(end, "end");
        requireNonNull(currency, "currency");
        requireNonNull(rates, "rates");
        requireNonNull(dossiers, "dossiers");
        requireNonNull(gate, "gate");
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
