package io.lendcrm.examples.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import io.lendcrm.segmentation.cluster.KMeansModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentCommandTest {

    /** Two groups of known centres, (1, 2) and (11, 12), and one client far out. */
    private static final String FIRMS = """
            firm,Staff (n),turnover
            a,1,1
            b,1,3
            c,11,11
            d,11,13
            e,1,2
            """;

    @TempDir
    Path folder;

    @Test
    void writesOneRowAClientInOrderOfTheInput() throws IOException {
        Terminal run = segment(FIRMS, "--id firm --columns 2,turnover --k 2").done();

        assertThat(run.out())
                .isEqualTo("id,segment,distance,margin,outside\n"
                        + "a,cluster-1,1.0," + (Math.sqrt(100 + 121) - 1) + ",false\n"
                        + "b,cluster-1,1.0," + (Math.sqrt(100 + 81) - 1) + ",false\n"
                        + "c,cluster-2,1.0," + (Math.sqrt(100 + 81) - 1) + ",false\n"
                        + "d,cluster-2,1.0," + (Math.sqrt(100 + 121) - 1) + ",false\n"
                        + "e,cluster-1,0.0," + Math.sqrt(200) + ",false\n");
        assertThat(run.err()).contains("5 rows read", "2 groups, objective 4.0");
    }

    @Test
    void writesObjectiveAndSizesAsJsonAndStoresTheModel() throws IOException {
        Path stored = folder.resolve("model.json");

        DocumentReader json = json(segment(FIRMS, "--columns 2,3 --k 2 --json --out " + stored));

        assertThat(json.whole("k")).isEqualTo(2);
        assertThat(json.decimal("objective")).isEqualTo(4);
        assertThat(json.decimals("sizes")).containsExactly(3, 2);
        KMeansModel model = ModelJson.standard().read(stored, KMeansModel.class);
        assertThat(model.schema().feature(0).name()).isEqualTo("staff_n");
        assertThat(model.centre(1)).containsExactly(11, 12);
    }

    @Test
    void oneGroupHasNoMargin() throws IOException {
        assertThat(segment(FIRMS, "--columns 2 --k 1").done().lines().get(1))
                .matches("1,cluster-1,4\\.0,,(true|false)");
    }

    @Test
    void rowsThatCantBeUsedAreNamed() throws IOException {
        assertThat(segment(FIRMS + "f,,5\n", "--columns 2,3 --k 2").refused().err())
                .contains("input.csv:7 missing-value Staff (n)");
        assertThat(segment(FIRMS + "f,nan,5\n", "--columns 2,3 --k 2").refused().err())
                .contains("input.csv:7 unreadable-value Staff (n)");
        assertThat(segment(FIRMS + "f,-1,5\n", "--columns turnover,2 --k 2 --scale log1p-z")
                        .refused()
                        .err())
                .contains("input.csv:7 refused-value Staff (n): expected a number above -1");
        assertThat(segment(FIRMS + "a,1,5\n", "--id firm --columns 2 --k 2")
                        .refused()
                        .err())
                .contains(
                        "input.csv:7 refused-value firm: expected a key that no earlier row has, found [1 characters]");
        assertThat(segment(FIRMS + "f,,5\n", "--columns 2,3 --k 2 --skip-bad-rows")
                        .done()
                        .lines())
                .hasSize(6);
    }

    @Test
    void tooFewRowsCantBeGrouped() throws IOException {
        assertThat(segment(FIRMS, "--columns 2 --k 6").refused().err()).contains("5 rows for 6 clusters");
        assertThat(segment("x,y\n", "--columns x --k 1").refused().err()).contains("has no rows");
        assertThat(segment(FIRMS, "--columns 2,2,3 --k 2").done().lines()).hasSize(6);
        assertThat(segment(FIRMS, "--columns staff --k 2").misused().err()).contains("[firm, Staff (n), turnover]");
        assertThat(segment(FIRMS, "--columns 2 --k 0").misused().err()).contains("--k must be at least 1 or auto, found 0");
    }

    /** segmentation.json, iris_raw: the best known sum of squares of three groups. */
    @Test
    void findsTheBestKnownGroupsOfIris() {
        DocumentReader json =
                json(Terminal.type("segment --columns 1,2,3,Petal.Width --method kmeans --k 3 --scale none"
                        + " --json --input " + RealData.file("segmentation/iris.csv")));

        assertThat(json.decimal("objective")).isCloseTo(78.8514414261, within(1e-10));
        assertThat(json.decimals("sizes")).containsExactly(62, 50, 38);
    }

    private Terminal segment(String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("input.csv"), text);
        return Terminal.type("segment --input " + file + " " + options);
    }

    private static DocumentReader json(Terminal run) {
        return DocumentReader.of(DocumentJson.readTree(run.done().out()), "$");
    }
}
