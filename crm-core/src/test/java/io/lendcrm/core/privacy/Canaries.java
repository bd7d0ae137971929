package io.lendcrm.core.privacy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.client.AlternativeValue;
import io.lendcrm.core.client.IndustryScheme;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.statement.RatioValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes records whose identifying and sensitive parts are canaries: values found nowhere else, so that any text which
 * holds one has leaked it.
 */
final class Canaries {

    private final String word;
    private final int number;
    private final Set<String> planted = new TreeSet<>();
    private int made;

    /**
     * @param word letters found in no name
     * @param number six digits found in no date or amount
     */
    Canaries(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** The texts that must not be found. */
    Set<String> planted() {
        return planted;
    }

    /** The values of a record's parts. */
    List<@Nullable Object> parts(Class<?> type) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) {
            if (SCALE.containsKey(part.getName())) {
                values.add(SCALE.get(part.getName()));
                continue;
            }
            Classified tag = part.getAnnotation(Classified.class);
            values.add(value(part.getGenericType(), tag != null && tag.value() != DataClass.ORDINARY));
        }
        return values;
    }

    static Object make(Class<?> type, List<@Nullable Object> parts) throws InvocationTargetException {
        try {
            Class<?>[] types = java.util.stream.Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(parts.toArray());
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new AssertionError(type + " has a public constructor of its parts", e);
        }
    }

    private Object value(Type type, boolean personal) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, personal);
        }
        if (type instanceof TypeVariable) {
            return ComplaintState.values()[0]; // the one generic record is of states
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return personal ? plant(word + made++) : "plain" + made++;
        }
        if (raw == ClientId.class) {
            return ClientId.of(plant(word + made++));
        }
        if (raw == Money.class) {
            return Money.parse(personal ? plant(Integer.toString(number)) : "100", "CNY");
        }
        if (raw == int.class || raw == Integer.class) {
            return personal ? Integer.valueOf(plant(Integer.toString(number))) : Integer.valueOf(3);
        }
        if (raw == long.class) {
            return personal ? Long.valueOf(plant(Integer.toString(number))) : Long.valueOf(3);
        }
        if (raw == double.class) {
            return personal ? Double.valueOf(plant(Integer.toString(number))) : 0.25;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        if (raw == BigDecimal.class) {
            return personal ? new BigDecimal(plant(Integer.toString(number))) : new BigDecimal("0.25");
        }
        if (raw == LocalDate.class) {
            return personal ? LocalDate.parse(plant("1937-03-17")) : LocalDate.of(2024, 5, 1 + made++ % 28);
        }
        if (raw.isEnum()) {
            Object constant = raw.getEnumConstants()[raw.getEnumConstants().length - 1];
            if (personal) {
                plant(constant.toString());
            }
            return constant;
        }
        if (raw == AlternativeValue.class) {
            return new AlternativeValue.Category(plant(word + made++), SourceId.of("shop"), LocalDate.of(2024, 5, 1));
        }
        if (raw == AlternativeData.class) {
            return AlternativeData.of(Map.of("habit", (AlternativeValue) value(AlternativeValue.class, true)));
        }
        if (raw.isRecord() && !SIMPLE.containsKey(raw)) {
            return nested(raw);
        }
        Object simple = SIMPLE.get(raw);
        if (simple == null) {
            throw new AssertionError("no value is known for " + raw + ": teach Canaries one");
        }
        return simple;
    }

    private Object collection(ParameterizedType generic, boolean personal) {
        Type element = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Map.class) {
            // the name of a value isn't personal, the value is
            return Map.of(value(element, false), value(generic.getActualTypeArguments()[1], personal));
        }
        Object only = value(element, personal);
        return generic.getRawType() == Set.class ? Set.of(only) : List.of(only);
    }

    private Object nested(Class<?> type) {
        try {
            return make(type, parts(type));
        } catch (InvocationTargetException e) {
            throw new AssertionError("no sound " + type + " could be made", e.getCause());
        }
    }

    private String plant(String canary) {
        planted.add(canary);
        return canary;
    }

    private static final Map<Class<?>, Object> SIMPLE = Map.of(
            SourceId.class, SourceId.of("bureau"),
            Instant.class, Instant.EPOCH,
            LocalTime.class, LocalTime.NOON,
            YearMonth.class, YearMonth.of(2024, 5),
            Currency.class, Currency.getInstance("CNY"),
            Rate.class, Rate.percent("4.35"),
            Channel.class, Channel.APP,
            InteractionId.class, InteractionId.of("i-1"),
            IndustryScheme.class, IndustryScheme.NACE,
            RatioValue.class, RatioValue.of(1));

    /** The ends of a scale of answers, which is the one place where two numbers have to fit each other. */
    private static final Map<String, Integer> SCALE = Map.of("lowest", 1, "highest", 5);
}
