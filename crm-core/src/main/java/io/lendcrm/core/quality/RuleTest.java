package io.lendcrm.core.quality;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A rule at work, with what it remembers of earlier records. Not thread-safe; confine to one thread. */
final class RuleTest {

    final Rule rule;
    private final Set<List<String>> seen = new HashSet<>();
    private final Pattern form;

    RuleTest(Rule rule) {
        this.rule = rule;
        this.form = Pattern.compile(rule.check() instanceof Check.Form check ? check.regex() : "");
    }

    boolean passes(FieldRecord record) {
        List<String> values = new ArrayList<>();
        for (String field : rule.check().fields()) {
            Optional<String> value = record.value(field);
            if (value.isEmpty()) {
                return !(rule.check() instanceof Check.Completeness);
            }
            values.add(value.get());
        }
        return passes(record, values);
    }

    private boolean passes(FieldRecord record, List<String> values) {
        Check check = rule.check();
        String value = values.get(0);
        if (check instanceof Check.Range range) {
            return isWithin(range, value);
        } else if (check instanceof Check.AllowedValues allowed) {
            return allowed.values().contains(value);
        } else if (check instanceof Check.Form) {
            return form.matcher(value).matches();
        } else if (check instanceof Check.Uniqueness) {
            return seen.add(values);
        } else if (check instanceof Check.Reference reference) {
            return reference.keys().contains(value);
        } else if (check instanceof Check.Freshness freshness) {
            return isFresh(freshness, value);
        } else if (check instanceof Check.CrossField cross) {
            return cross.holds().test(record);
        }
        return true;
    }

    private static boolean isWithin(Check.Range range, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            return (range.least() == null || number.compareTo(range.least()) >= 0)
                    && (range.most() == null || number.compareTo(range.most()) <= 0);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isFresh(Check.Freshness freshness, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return !day.isAfter(freshness.asOf())
                    && !day.isBefore(freshness.asOf().minus(freshness.oldest()));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
