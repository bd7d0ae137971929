package io.lendcrm.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lendcrm.core.money.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Nothing that identifies somebody or could harm somebody is printed, whether a record is made or refused. */
class MaskingProperties {

    @Property(tries = 15)
    void noRecordPrintsAnIdentifierOrSomethingSensitive(
            @ForAll("words") String word, @ForAll @IntRange(min = 731_000, max = 739_999) int number)
            throws InvocationTargetException {
        for (Class<?> type : DomainRecords.visible()) {
            Canaries canaries = new Canaries(word, number);
            Object made = sound(type, canaries);
            assertThat(leaks(made.toString(), canaries.planted()))
                    .as("%s prints", type.getName())
                    .isEmpty();
        }
    }

    @Property(tries = 15)
    void noRefusalTellsAnIdentifierOrSomethingSensitive(
            @ForAll("words") String word, @ForAll @IntRange(min = 731_000, max = 739_999) int number) {
        int refusals = 0;
        for (Class<?> type : DomainRecords.visible()) {
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                for (Object bad : badValues(components[i].getType(), number)) {
                    Canaries canaries = new Canaries(word, number);
                    List<@Nullable Object> parts = canaries.parts(type);
                    parts.set(i, bad);
                    Classified tag = components[i].getAnnotation(Classified.class);
                    boolean personal = tag.value() != DataClass.ORDINARY;
                    Set<String> secrets = new java.util.TreeSet<>(canaries.planted());
                    if (!personal) {
                        secrets.remove(Integer.toString(number)); // what is ordinary may be told
                    } else if (bad instanceof Number || bad instanceof Money) {
                        secrets.add(Integer.toString(number));
                    }
                    try {
                        Canaries.make(type, parts);
                    } catch (InvocationTargetException refused) {
                        refusals++;
                        for (Throwable at = refused.getCause(); at != null; at = at.getCause()) {
                            assertThat(leaks(String.valueOf(at.getMessage()), secrets))
                                    .as("%s tells when %s is bad", type.getName(), components[i].getName())
                                    .isEmpty();
                        }
                    }
                }
            }
        }
        assertThat(refusals).as("refusals seen").isGreaterThan(100);
    }

    /** The canaries themselves: what is ordinary is printed, and a leak would be found. */
    @Example
    void aLeakWouldBeFound() throws InvocationTargetException {
        record Leaking(
                @Classified(DataClass.SENSITIVE) String secret,
                @Classified(DataClass.ORDINARY) String open) {}
        Canaries canaries = new Canaries("qzxqzx", 731_111);

        Object made = Canaries.make(Leaking.class, canaries.parts(Leaking.class));

        assertThat(leaks(made.toString(), canaries.planted())).containsExactly("qzxqzx0");
        assertThat(made.toString()).contains("plain1");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("qzxwvk").ofMinLength(6).ofMaxLength(12);
    }

    private static Object sound(Class<?> type, Canaries canaries) throws InvocationTargetException {
        try {
            return Canaries.make(type, canaries.parts(type));
        } catch (InvocationTargetException e) {
            return fail("no sound " + type.getName() + " could be made", e.getCause());
        }
    }

    private static List<String> leaks(String text, Set<String> planted) {
        return planted.stream().filter(text::contains).toList();
    }

    private static List<Object> badValues(Class<?> type, int number) {
        List<Object> bad = new ArrayList<>();
        if (type == String.class) {
            bad.add(" ");
            bad.add("");
        } else if (type == int.class || type == Integer.class) {
            bad.add(-number);
        } else if (type == double.class) {
            bad.add(Double.NaN);
            bad.add(-(double) number);
        } else if (type == Money.class) {
            bad.add(Money.parse("-" + number, "CNY"));
            bad.add(Money.parse(Integer.toString(number), "USD"));
        } else if (type == BigDecimal.class) {
            bad.add(BigDecimal.valueOf(-number));
            bad.add(BigDecimal.valueOf(number));
        } else if (type == LocalDate.class) {
            bad.add(LocalDate.of(1901, 1, 1));
            bad.add(LocalDate.of(2101, 1, 1));
        } else if (type == Map.class) {
            bad.add(Map.of());
        }
        if (!type.isPrimitive()) {
            bad.add(NOTHING);
        }
        return bad.stream()
                .map(value -> value == NOTHING ? null : value)
                .collect(ArrayList::new, List::add, List::addAll);
    }

    private static final Object NOTHING = new Object();
}
