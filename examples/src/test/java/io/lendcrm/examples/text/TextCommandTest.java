package io.lendcrm.examples.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.examples.command.Terminal;
import io.lendcrm.segmentation.text.TfIdfModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCommandTest {

    private static final String NOTES = """
        product,note
        loan,late loan payment 555-010-0199
        loan,loan payment is late
        card,card fraud charge
        card,fraud charge on a card unfair
        card,
        """;

    @TempDir
    Path folder;

    @Test
    void tellsGroupsWordsAndPhrases() throws IOException {
        Path model = folder.resolve("terms.json");
        Terminal told = text(NOTES, "--column note --by product --groups 2 --words 2 --out " + model)
                .done();

        assertThat(told.out())
                .contains("\"texts\" : 4", "\"agreement\" : 1.0", "\"of\" : \"card\"", "\"complaint\" : 0.5")
                .doesNotContain("555", "masked");
        assertThat(told.err()).contains("4 texts, 1 rows without one");
        assertThat(ModelJson.standard()
                        .read(Files.readAllBytes(model), TfIdfModel.class)
                        .terms())
                .contains("card", "loan")
                .doesNotContain("masked_phone");
    }

    @Test
    void textsWithoutALevelCountAmongAllOnly() throws IOException {
        Terminal told = text(NOTES + ",late charge on the card\n", "--column note --by product --groups 2")
                .done();
        assertThat(told.out().split("\"of\" : \"all\"", -1)).hasSize(2);
        assertThat(told.out()).contains("\"texts\" : 5").doesNotContain("\"texts\" : 1,");
        assertThat(told.err()).contains("1 texts without product, which count among all only");
        assertThat(text("by,note\n,a card\n,a card\n", "--column note --by by")
                        .refused()
                        .err())
                .contains("\"by\" is empty wherever there is a text");
    }

    @Test
    void lucenesStemsCanBeTaken() throws IOException {
        assertThat(text(NOTES, "--column note --groups 2 --tokenizer english")
                        .done()
                        .out())
                .contains("\"charg\"");
    }

    @Test
    void wrongUseAndUselessFilesAreTold() throws IOException {
        assertThat(text(NOTES, "--column none").misused().err()).contains("--column must be one of the columns");
        assertThat(text(NOTES, "--column note --groups 0").misused().err()).contains("at least 1");
        assertThat(text("a,b\n1,\n2,\n", "--column b").refused().err()).contains("has no texts");
        assertThat(text("a,b\n1,the\n2,the\n", "--column b").refused().err()).contains("none of 1 terms");
        assertThat(text(NOTES, "--column note --groups 9").refused().err()).contains("9");
    }

    private Terminal text(String content, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.csv"), content);
        return Terminal.type("text --input " + file + " " + options);
    }
}
