package io.lendcrm.examples.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** The values of an enum as people type them: {@code LOG1P_Z} is {@code log1p-z}. */
public final class Choice {

    private Choice() {}

    /**
     * The value that a text names.
     *
     * @param <E> the enum
     * @param text the text, in any case
     * @param choices the values to choose from
     * @return the value
     * @throws TypeConversionException if it names none of them; the message names them all
     */
    public static <E extends Enum<E>> E of(String text, List<E> choices) {
        for (E choice : choices) {
            if (word(choice).equals(text.toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new TypeConversionException(
                "must be one of " + choices.stream().map(Choice::word).toList() + ", found \"" + text + "\"");
    }

    /**
     * How people type a value.
     *
     * @param choice the value
     * @return the word
     */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
