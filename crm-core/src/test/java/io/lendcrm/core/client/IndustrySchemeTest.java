package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndustrySchemeTest {

    @ParameterizedTest
    @CsvSource({
        "NACE, C10.51, section, C",
        "NACE, 10.51, division, 10",
        "NACE, 1051, group, 10.5",
        "NACE, 10.51, class, 10.51",
        "NACE, U99.00, section, U",
        "ISIC, 1050, section, C",
        "ISIC, C1050, group, 105",
        "GB/T 4754, C1440, section, C",
        "GB/T 4754, 7010, section, K",
        "GB/T 4754, 1440, division, 14",
        "GB/T 4754, 0511, section, A",
        "NAICS, 311511, sector, 31-33",
        "NAICS, 334111, sector, 31-33",
        "NAICS, 334111, subsector, 334",
        "NAICS, 334111, industry group, 3341",
        "NAICS, 334111, industry, 33411",
        "NAICS, 492110, sector, 48-49",
        "NAICS, 33, sector, 31-33",
        "NAICS, 23, sector, 23",
    })
    void aCodeBelongsToBroaderOnes(String scheme, String code, String level, String expected) {
        assertThat(scheme(scheme).rollUp(code, level)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"NACE, 10.5, class", "NACE, C, division", "NAICS, 31-33, subsector", "GB/T 4754, 14, group"})
    void aBroadCodeHasNoNarrowerOne(String scheme, String code, String level) {
        assertThat(scheme(scheme).rollUp(code, level)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NACE, 04.1", // between two sections
        "NACE, B10.5", // a division of another section
        "NACE, 10.511", // one digit too many
        "NACE, V",
        "NACE, 1",
        "NACE, 10.",
        "NACE, c10",
        "ISIC, 34",
        "GB/T 4754, 98",
        "GB/T 4754, T96",
        "GB/T 4754, 00",
        "NAICS, 99",
        "NAICS, 3115111",
        "NAICS, 12345",
        "NAICS, 31-32",
    })
    void aMalformedCodeIsRefused(String scheme, String code) {
        assertThatThrownBy(() -> scheme(scheme).canonical(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("industry code must be a code of " + scheme)
                .hasMessageContaining("found \"" + code + "\"");
        assertThatThrownBy(() -> new Industry(scheme, code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void formsOfOneCodeAreEqual() {
        assertThat(new Industry("NACE", "C1051")).isEqualTo(new Industry("NACE", "10.51"));
        assertThat(Industry.of(IndustryScheme.GB_T_4754, "C1440")).isEqualTo(new Industry("GB/T 4754", "1440"));
    }

    @Test
    void aLendersOwnSchemeIsTakenAsItIs() {
        assertThat(new Industry("house", "retail/food").code()).isEqualTo("retail/food");
        assertThatThrownBy(() -> new Industry("house", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLevelIsNamed() {
        assertThat(IndustryScheme.NACE.levelOf("10.5")).isEqualTo("group");
        assertThat(IndustryScheme.NAICS.levelOf("31")).isEqualTo("sector");
        assertThatThrownBy(() -> IndustryScheme.NACE.rollUp("10.5", "sector"))
                .hasMessageContaining("level must be one of [section, division, group, class], found \"sector\"");
    }

    private static IndustryScheme scheme(String name) {
        return IndustryScheme.standard().stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
