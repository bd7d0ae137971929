package io.lendcrm.segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.segmentation.cluster.KMeans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TfIdfTest {

    private static final TextAnalysis PLAIN = TextAnalysis.of(Masking.none());

    /** The reference was cut at blanks. */
    private static final TextAnalysis BLANKS = new TextAnalysis(Masking.none(), new Tokenizer() {
        @Override
        public String id() {
            return "blanks";
        }

        @Override
        public void tokenize(MaskedText text, Consumer<String> tokens) {
            Arrays.stream(text.value().split(" ", -1)).forEach(tokens);
        }
    });

    static List<String> lines(String file) throws IOException {
        try (var in = TfIdfTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void valuesAreThoseOfScikitLearn() throws IOException {
        List<String> texts = lines("tf-idf-texts.txt");
        List<String[]> rows = lines("tf-idf-reference.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        Map<String, List<String[]>> runs =
                rows.stream().collect(Collectors.groupingBy(r -> String.join(",", Arrays.copyOf(r, 4))));
        assertThat(runs).hasSize(4);
        for (List<String[]> run : runs.values()) {
            String[] first = run.get(0);
            TfIdfModel model = TfIdf.of(BLANKS)
                    .withCommonness(Integer.parseInt(first[0]), Double.parseDouble(first[1]))
                    .withMostTerms(Integer.parseInt(first[2]))
                    .withSublinear(Boolean.parseBoolean(first[3]))
                    .fit(texts);
            TextFeatures features = model.features(BLANKS);
            double[][] values = texts.stream().map(features::values).toArray(double[][]::new);
            long others = Arrays.stream(values)
                    .flatMapToDouble(Arrays::stream)
                    .filter(v -> v != 0)
                    .count();
            assertThat(others).isEqualTo(run.size());
            for (String[] row : run) {
                int term = model.find(row[5]).orElseThrow();
                assertThat(values[Integer.parseInt(row[4])][term]).isCloseTo(Double.parseDouble(row[6]), within(1e-14));
            }
        }
    }

    @Test
    void hashesAreThoseOfScikitLearn() throws IOException {
        List<String> texts = lines("tf-idf-texts.txt");
        for (String line : lines("hashing-reference.csv").stream().skip(1).toList()) {
            String[] row = line.split(",");
            if (row[0].equals("hash")) {
                assertThat(HashedTerms.hash(row[1])).as(row[1]).isEqualTo(Integer.parseInt(row[3]));
            } else {
                TextFeatures features = TextFeatures.hashed(BLANKS, Integer.parseInt(row[0].substring(3)));
                double[] values = features.values(texts.get(Integer.parseInt(row[1])));
                assertThat(values[Integer.parseInt(row[2])]).isCloseTo(Double.parseDouble(row[3]), within(1e-14));
            }
        }
    }

    @Test
    void theCommonestTermsAreKept() {
        TfIdfModel model = TfIdf.of(PLAIN)
                .withCommonness(1, 1)
                .withMostTerms(2)
                .withoutTerms(Set.of("the"))
                .fit(List.of("the loan the card", "the loan", "card fee"));

        assertThat(model.terms()).containsExactly("card", "loan");
        assertThat(model.textsWith(0)).isEqualTo(2);
        assertThat(model.idf(0)).isEqualTo(Math.log(4.0 / 3) + 1);
        assertThat(model.find("fee")).isEmpty();
        assertThat(model.info().warnings()).containsExactly("of 3 terms the 2 most used are kept");
        assertThat(model).hasToString("TfIdfModel[2 terms of 3 texts]");
    }

    @Test
    void textsCanBeClustered() {
        List<String> texts = List.of(
                "mortgage escrow payment",
                "escrow payment mortgage company",
                "mortgage company escrow",
                "card fraud charge",
                "fraud charge on my card",
                "charge card dispute fraud");
        TextFeatures features =
                TfIdf.of(TextAnalysis.of(Masking.standard())).fit(texts).features(TextAnalysis.of(Masking.standard()));
        FeatureTable table = features.table(
                IntStream.range(0, 6).mapToObj(i -> ClientId.of("c" + i)).toList(), texts);
        var assignments = KMeans.of(2).withSeed(1).fit(table).assign(table);

        assertThat(table.schema().feature(0).description()).isEqualTo("tf-idf of \"card\"");
        assertThat(IntStream.range(0, 6).mapToObj(assignments::segment).distinct())
                .hasSize(2);
        assertThat(assignments.segment(0)).isEqualTo(assignments.segment(2));
        assertThat(assignments.segment(3)).isEqualTo(assignments.segment(5));
    }

    @Test
    void aTextWithoutKnownTermsIsZero() {
        TfIdfModel model = TfIdf.of(PLAIN).withCommonness(1, 1).fit(List.of("loan", "card"));
        assertThat(model.features(PLAIN).values("")).containsExactly(0, 0);
        assertThat(model.features(PLAIN).values("unknown words")).containsExactly(0, 0);
    }

    @Test
    void anotherTokenizerOrMaskingIsRefused() {
        TfIdfModel model = TfIdf.of(PLAIN).withCommonness(1, 1).fit(List.of("loan"));
        assertThatThrownBy(() -> model.features(BLANKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tokenizer must be words-1, with which the model was fitted, found blanks");
        assertThatThrownBy(() -> model.features(TextAnalysis.of(Masking.standard())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("masking must be none");
    }

    @Test
    void whatCannotBeFittedIsTold() {
        TfIdf fitter = TfIdf.of(PLAIN).withoutTerms(StopWords.english());
        assertThatThrownBy(() -> fitter.fit(List.of("the and of", "the and of", "", "x")))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("none of 4 terms");
        assertThatThrownBy(() -> fitter.fit(List.of())).isInstanceOf(FitException.class);
        assertThatThrownBy(() -> fitter.withCommonness(0, 1)).hasMessageContaining("leastTexts");
        assertThatThrownBy(() -> fitter.withCommonness(1, 0)).hasMessageContaining("greatestShare");
        assertThatThrownBy(() -> fitter.withMostTerms(70_000)).hasMessageContaining("65536");
        assertThatThrownBy(() -> TextFeatures.hashed(PLAIN, 1)).hasMessageContaining("size must be within [2, 65536]");
    }

    @Test
    void aMillionDifferentTermsAreBounded() {
        String text = IntStream.range(0, 300_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        TfIdfModel model =
                TfIdf.of(PLAIN).withCommonness(1, 1).withMostTerms(10).fit(List.of(text, "w7 w7 w8"));
        assertThat(model.terms()).hasSize(10).contains("w7", "w8");
        assertThat(model.info().diagnostics()).containsEntry("distinctTerms", 300_000.0);
    }

    @Test
    void aTokenizerThatTheUserWroteMayNameItself() {
        assertThat(TfIdf.of(BLANKS))
                .hasToString("TfIdf{greatestShare=0.5, leastTexts=2, leftOut=0, masking=none,"
                        + " mostTerms=1000, sublinear=true, tokenizer=blanks}");
    }
}
