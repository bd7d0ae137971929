package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IndustrySchemeProperties {

    @Property
    void anyTextIsEitherRefusedOrHasOneForm(@ForAll("schemes") IndustryScheme scheme, @ForAll("texts") String text) {
        String form;
        try {
            form = scheme.canonical(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(scheme.name());
            return;
        }
        assertThat(scheme.canonical(form)).isEqualTo(form);
        assertThat(scheme.rollUp(form, scheme.levelOf(form))).contains(form);
        assertThat(scheme.rollUp(form, scheme.levels().get(0))).isPresent();
    }

    /** Going up in steps or at once comes to the same code. */
    @Property
    void rollUpIsTransitive(@ForAll("schemes") IndustryScheme scheme, @ForAll("numbers") String number) {
        String form;
        try {
            form = scheme.canonical(number);
        } catch (IllegalArgumentException refused) {
            return;
        }
        List<String> levels = scheme.levels();
        for (int broad = 0; broad < levels.size(); broad++) {
            for (int narrow = broad; narrow < levels.size(); narrow++) {
                Optional<String> between = scheme.rollUp(form, levels.get(narrow));
                if (between.isPresent()) {
                    assertThat(scheme.rollUp(between.get(), levels.get(broad)))
                            .isEqualTo(scheme.rollUp(form, levels.get(broad)));
                }
            }
        }
    }

    @Provide
    Arbitrary<IndustryScheme> schemes() {
        return Arbitraries.of(IndustryScheme.standard());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                numbers(),
                Arbitraries.strings().withChars("ABCKTUV0123456789.-").ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(6));
    }
}
