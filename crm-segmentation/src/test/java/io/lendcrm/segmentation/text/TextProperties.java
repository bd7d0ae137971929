package io.lendcrm.segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextProperties {

    private static final List<String> BITS = List.of(
            "a",
            "b",
            "x",
            "XX",
            "**",
            "*",
            "@",
            ".",
            "/",
            "-",
            "_",
            " ",
            "1",
            "22",
            "2024",
            "٣",
            "é",
            "\u0301",
            "zoé",
            "中",
            "文",
            "年",
            "月",
            "日",
            "(",
            ")",
            "+",
            ",",
            ":",
            "http://",
            "www.",
            "masked_",
            "masked_phone",
            "12345678",
            "DE89",
            "\n",
            "\u0000",
            "\ud800",
            "\ud83d\ude00",
            "\u202e",
            "４",
            "’",
            "Anna");

    private static final Masking MASKING = Masking.standard().withNames(List.of("Anna", "zoé", "中文"));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(BITS).list().ofMaxSize(14).map(bits -> String.join("", bits)),
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<Set<Masking.Kind>> kinds() {
        return Arbitraries.of(Masking.Kind.values()).set();
    }

    @Property(tries = 1000)
    void maskingTwiceIsMaskingOnce(@ForAll("texts") String text) {
        MaskedText once = MASKING.mask(text);
        assertThat(MASKING.mask(once.value())).isEqualTo(once);
    }

    @Property(tries = 600)
    void maskingSomeKindsTwiceIsMaskingThemOnce(
            @ForAll("texts") String text, @ForAll("kinds") Set<Masking.Kind> kinds) {
        Masking masking = Masking.of(kinds);
        MaskedText once = masking.mask(text);
        assertThat(masking.mask(once.value())).isEqualTo(once);
    }

    @Property(tries = 600)
    void noDigitRemains(@ForAll("texts") String text) {
        assertThat(MASKING.mask(text).value().codePoints()).noneMatch(Character::isDigit);
    }

    @Property(tries = 1000)
    void noAddressRemains(@ForAll("texts") String text) {
        assertThat(MASKING.mask(text).value()).doesNotContainPattern("[a-zA-Z0-9]@[a-zA-Z0-9]");
    }

    @Property(tries = 600)
    void tokensAreShortAndNeverEmptyAndOutOfTheText(@ForAll("texts") String text) {
        for (String token : TextAnalysis.of(Masking.none()).tokens(text)) {
            assertThat(token).isNotEmpty();
            // a capital may become a letter and a mark
            assertThat(token.codePointCount(0, token.length())).isLessThanOrEqualTo(128);
            assertThat(token).doesNotContain(" ");
        }
    }

    @Property(tries = 1000)
    void aHashedTokenHasItsPlaceWithinTheSize(@ForAll("texts") String token, @ForAll("sizes") int size) {
        assertThat(HashedTerms.place(HashedTerms.hash(token), size)).isBetween(0, size - 1);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(2, 1 << 16);
    }

    @Property(tries = 200)
    void rowsHaveUnitLengthOrAreZero(@ForAll("texts") String text) {
        TextAnalysis analysis = TextAnalysis.of(Masking.standard());
        TfIdfModel model = TfIdf.of(analysis)
                .withCommonness(1, 1)
                .fit(List.of("a b zoé 中文 masked_phone", "a x 12345678", "中文年月日"));
        for (TextFeatures features : List.of(model.features(analysis), TextFeatures.hashed(analysis, 64))) {
            double sum = 0;
            for (double value : features.values(text)) {
                sum += value * value;
            }
            assertThat(sum)
                    .satisfiesAnyOf(
                            s -> assertThat(s).isZero(), s -> assertThat(s).isCloseTo(1, within(1e-12)));
        }
    }

    @Property(tries = 50)
    void neitherTheOrderOfTextsNorThreadsChangeTheModel(@ForAll("corpus") List<String> texts, @ForAll long seed) {
        TfIdf fitter =
                TfIdf.of(TextAnalysis.of(Masking.none())).withCommonness(1, 1).withMostTerms(5);
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(seed));
        TfIdfModel model = fitter.fit(texts);
        TfIdfModel other = fitter.fit(shuffled, Run.sequential().on(task -> new Thread(task).start(), 3));
        assertThat(other.terms()).isEqualTo(model.terms());
        for (int i = 0; i < model.terms().size(); i++) {
            assertThat(other.idf(i)).isEqualTo(model.idf(i));
        }
    }

    @Provide
    Arbitrary<List<String>> corpus() {
        return Arbitraries.of("loan late", "late fee fee", "card", "loan card fee", "还不起")
                .list()
                .ofMinSize(1)
                .ofMaxSize(600);
    }
}
