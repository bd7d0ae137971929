package io.lendcrm.core.json;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of the domain from a tree's members. Faults name the place, never the value. */
final class DomainTreeReader {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

    private final DocumentReader in;

    DomainTreeReader(DocumentReader in) {
        this.in = in;
    }

    boolean has(String name) {
        return in.has(name);
    }

    <T> @Nullable T optional(String name, Function<String, T> read) {
        return in.has(name) ? read.apply(name) : null;
    }

    String text(String name) {
        return in.text(name);
    }

    boolean flag(String name) {
        return in.flag(name);
    }

    int count(String name) {
        long value = in.whole(name);
        if (value != (int) value) {
            throw in.fault(name, "must fit into 32 bits");
        }
        return (int) value;
    }

    ClientId client(String name) {
        return value(name, "must be a client's key of 1 to 200 characters", () -> ClientId.of(in.text(name)));
    }

    LocalDate day(String name) {
        return value(name, "must be a day such as 2024-02-29", () -> LocalDate.parse(in.text(name)));
    }

    LocalTime time(String name) {
        return value(name, "must be a time such as 08:30", () -> LocalTime.parse(in.text(name)));
    }

    Instant instant(String name) {
        return value(name, "must be an instant such as 2024-02-29T08:30:00Z", () -> Instant.parse(in.text(name)));
    }

    BigDecimal number(String name) {
        String text = in.text(name);
        // No exponent: a few characters of it would stand for a number of gigabytes.
        if (text.length() > 60 || !DECIMAL.matcher(text).matches()) {
            throw in.fault(name, "must be a text of a decimal number of at most 60 characters without an exponent");
        }
        return new BigDecimal(text);
    }

    double decimal(String name) {
        return in.decimal(name);
    }

    Currency currency(String name) {
        return value(name, "must be a currency of ISO 4217", () -> Currency.getInstance(in.text(name)));
    }

    Rate rate(String name) {
        return new Rate(number(name));
    }

    Money money(String name) {
        return part(name, money -> {
            BigDecimal amount = money.number("amount");
            String currency = money.text("currency");
            return money.value(
                    "amount",
                    "must have a currency of ISO 4217 and no more decimals than it has",
                    () -> Money.parse(amount.toPlainString(), currency));
        });
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String word = in.text(name);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw in.fault(
                name,
                "must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(DomainTreeReader::word)
                                .toList());
    }

    <T> T part(String name, Function<DomainTreeReader, T> read) {
        DocumentReader tree = in.tree(name);
        T value = read.apply(new DomainTreeReader(tree));
        tree.end();
        return value;
    }

    /** The parts of a list; none if there is no such member. */
    <T> List<T> parts(String name, Function<DomainTreeReader, T> read) {
        return in.has(name) ? in.trees(name, tree -> read.apply(new DomainTreeReader(tree))) : List.of();
    }

    /** A list of texts, each made a value; none if there is no such member. */
    <T> List<T> values(String name, String problem, Function<String, T> make) {
        List<T> values = new ArrayList<>();
        if (in.has(name)) {
            for (String text : in.texts(name)) {
                values.add(value(name, problem, () -> make.apply(text)));
            }
        }
        return values;
    }

    /** The member's reader, for members whose names aren't known. */
    DocumentReader members(String name) {
        return in.tree(name);
    }

    <T> T build(Supplier<T> build) {
        return in.build(build);
    }

    ModelFormatException fault(String name, String problem) {
        return in.fault(name, problem);
    }

    /** How files write a constant: lower case, with dashes. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> T value(String name, String problem, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // Without the cause, whose message holds the value.
            throw in.fault(name, problem);
        }
    }
}
