package io.lendcrm.core.client;

import java.util.List;
import java.util.Optional;

/**
 * A system of industry codes with levels, from the broadest to the narrowest. A lender may bring its own. Implementations
 * are immutable and thread-safe.
 *
 * <p>The standard ones know the form of a code and which division belongs to which section; that a group or class of a
 * division exists isn't checked, since those lists are long and change.
 */
public interface IndustryScheme {

    /**
     * NACE Rev. 2 of the European Union (Regulation (EC) No 1893/2006): section A to U, division {@code 10}, group
     * {@code 10.5}, class {@code 10.51}.
     */
    IndustryScheme NACE = DigitScheme.nace();

    /** ISIC Rev. 4 of the United Nations: section A to U, division {@code 10}, group {@code 105}, class {@code 1050}. */
    IndustryScheme ISIC = DigitScheme.isic();

    /**
     * NAICS 2022 of North America: sector {@code 31-33}, subsector {@code 311}, industry group {@code 3115}, industry
     * {@code 31151}, national industry {@code 311511}.
     */
    IndustryScheme NAICS = DigitScheme.naics();

    /** GB/T 4754-2017 of China: 门类 A to T, 大类 {@code 14}, 中类 {@code 144}, 小类 {@code 1440}. */
    IndustryScheme GB_T_4754 = DigitScheme.chinese();

    /**
     * The schemes that come along.
     *
     * @return NACE, ISIC, NAICS and GB/T 4754
     */
    static List<IndustryScheme> standard() {
        return List.of(NACE, ISIC, NAICS, GB_T_4754);
    }

    /** {@return the scheme's name, as in {@link Industry#scheme()}} */
    String name();

    /** {@return the names of the levels from the broadest to the narrowest} */
    List<String> levels();

    /**
     * A code in the scheme's one form.
     *
     * @param code the code as found
     * @return the form
     * @throws IllegalArgumentException if the scheme has no such code; the message tells the form expected
     */
    String canonical(String code);

    /**
     * The level a code is on.
     *
     * @param code the code
     * @return one of {@link #levels()}
     * @throws IllegalArgumentException if the scheme has no such code
     */
    String levelOf(String code);

    /**
     * The code that a code belongs to on a broader level (or on its own).
     *
     * @param code the code
     * @param level one of {@link #levels()}
     * @return the code of that level, or empty if the given code is broader than the level
     * @throws IllegalArgumentException if the scheme has no such code or level
     */
    Optional<String> rollUp(String code, String level);
}
