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
import java.util.List;
import java.util.SplittableRandom;
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
        assertThat(segment(FIRMS, "--columns 2 --k 0").misused().err())
                .contains("--k must be at least 1 or auto, found 0");
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

    /** segmentation.json, german_gower, pam, k = 4: numbers and texts together. */
    @Test
    void medoidsOfNumbersAndTextsReachTheBestKnownMeanDistance() {
        DocumentReader json = json(Terminal.type(
                "segment --columns checking_status,duration_months,credit_history,purpose,credit_amount,savings,"
                        + "employment_since,installment_rate,personal_status_sex,other_debtors,residence_since,property,"
                        + "age_years,other_installment_plans,housing,existing_credits,job,people_liable,telephone,foreign_worker"
                        + " --method medoids --k 4 --json --input "
                        + RealData.file("segmentation/german-credit.csv")));

        assertThat(json.decimal("objective")).isCloseTo(0.2789732781698021, within(1e-12));
        assertThat(json.tree("validity").decimal("silhouette")).isCloseTo(0.0671, within(1e-4));
        assertThat(json.text("verdict")).isEqualTo("weak");
    }

    /** segmentation.json, iris_raw: dbscan_eps0.5_minPts5 and hdbscan_minPts5. */
    @Test
    void dbscanAndHdbscanFindTheNumberOfGroupsThemselves() {
        String iris = " --columns 1,2,3,4 --json --input " + RealData.file("segmentation/iris.csv");
        DocumentReader dense = json(Terminal.type("segment --method dbscan --radius 0.5" + iris));
        DocumentReader lasting = json(Terminal.type("segment --method hdbscan" + iris));

        assertThat(dense.decimals("sizes")).containsExactly(84, 49);
        assertThat(dense.whole("unassigned")).isEqualTo(17);
        assertThat(lasting.decimals("sizes")).containsExactly(100, 50);
    }

    @Test
    void asManyGroupsAsHaveTheGreatestSilhouette() throws IOException {
        DocumentReader json = json(segment(FIRMS, "--columns 2,3 --k auto --json"));

        assertThat(json.whole("k")).isEqualTo(2);
        assertThat(json.text("verdict")).isEqualTo("clusters");
    }

    @Test
    void typesTellWhatColumnsHold() throws IOException {
        String rows = "size,code\nlow,1\nhigh,2\nmid,1\nhigh,2\n";

        DocumentReader json = json(segment(
                rows,
                "--columns size,code --types ordinal=size:low<mid<high;nominal=code --method medoids --k 2 --json"));
        assertThat(json.decimals("sizes")).containsExactly(2, 2);
        assertThat(segment(rows, "--columns size,code --types ordinal=size:low<mid --method medoids --k 2")
                        .misused()
                        .err())
                .contains("must order each level of size once");
        assertThat(segment(rows, "--columns size --types ordered=size --k 2")
                        .misused()
                        .err())
                .contains("--types must be as");
        assertThat(segment(rows, "--columns size --types nominal=code --k 2")
                        .misused()
                        .err())
                .contains("--types must name columns of --columns");
    }

    @Test
    void prototypesTakeNumbersAndTexts() throws IOException {
        String rows = "firm,staff,branch\na,1,north\nb,3,north\nc,11,south\nd,13,north\ne,,south\n";
        Path stored = folder.resolve("prototypes.json");
        Terminal run = segment(
                rows,
                "--id firm --columns staff,branch --method kprototypes --k 2 --gamma 1 --fill median --json --out "
                        + stored + " --report " + folder);

        DocumentReader json = json(run);
        // the median of 1, 3, 11 and 13 is 7, which 12 is nearest to: 2 below and 18 2/3 above, with two mismatches
        assertThat(json.decimals("sizes")).containsExactly(3, 2);
        assertThat(json.decimal("objective")).isCloseTo(2 + 56.0 / 3 + 1, within(1e-12));
        assertThat(Files.readString(folder.resolve("segments.html"))).contains("branch", "by k-prototypes");
        Path other = Files.writeString(folder.resolve("other.csv"), "firm,branch,staff\nz,east,2\n");
        assertThat(Terminal.type("segment assign --id firm --model-file " + stored + " --input " + other)
                        .done()
                        .lines()
                        .get(1))
                .startsWith("z,cluster-2,1.0,");
        assertThat(json(Terminal.type("segment compare --id firm --before " + stored + " --after " + stored
                                + " --input " + folder.resolve("input.csv")))
                        .decimal("agreement"))
                .isEqualTo(1);
        assertThat(segment(rows, "--columns staff,branch --method kprototypes --k 2")
                        .refused()
                        .err())
                .contains("input.csv:6 missing-value staff");
        assertThat(json(segment(rows, "--columns branch --method kprototypes --k auto --json"))
                        .whole("k"))
                .isEqualTo(2);
        assertThat(segment(rows, "--columns staff --k 2 --gamma 1").misused().err())
                .contains("beside --method kprototypes");
    }

    @Test
    void everyMethodPlacesClientsWhoseMissingNumbersAreFilled() throws IOException {
        String rows = "a,b\n1,1\n2,1\n,2\n2,2\n90,91\n91,92\n92,90\n90,\n";
        for (String method : List.of("kmeans", "medoids", "gmm", "agglomerative", "kprototypes")) {
            assertThat(segment(rows, "--columns a,b --fill median --k 2 --method " + method)
                            .done()
                            .out()
                            .lines())
                    .hasSize(9);
        }
        assertThat(segment(rows, "--columns a,b --fill median --method hdbscan --least 2")
                        .done()
                        .out()
                        .lines())
                .hasSize(9);
        assertThat(segment(rows, "--columns a,b --fill median --method dbscan --least 2 --radius 9")
                        .done()
                        .out()
                        .lines())
                .hasSize(9);
    }

    @Test
    void whatAnEngineCantTakeIsToldWithTheColumn() throws IOException {
        assertThat(segment("a,b\nx,1\ny,2\nz,3\n", "--columns a,b --k 2")
                        .misused()
                        .err())
                .contains("--method kmeans takes numbers only, and the column a holds texts");
        assertThat(segment(FIRMS + "f,inf,5\n", "--columns 2,3 --k 2").refused().err())
                .contains("input.csv:7 unreadable-value Staff (n)");
        assertThat(segment("a\n1\n1\n1\n", "--columns a --k 2").refused().err()).contains("distinct");
        assertThat(segment("a,b\n1,2\n,\n3,x\n", "--columns a,b --method medoids --k 2")
                        .refused()
                        .err())
                .contains("can't be fitted");
        assertThat(segment(FIRMS, "--columns 2 --method dbscan").misused().err())
                .contains("needs --radius");
        assertThat(segment(FIRMS, "--columns 2 --method hdbscan --k 2")
                        .misused()
                        .err())
                .contains("finds the number of groups itself");
        assertThat(segment(FIRMS, "--k 2").misused().err()).contains("--columns");
    }

    @Test
    void oneGroupIsNoStructure() throws IOException {
        assertThat(json(segment(FIRMS, "--columns 2 --k 1 --json")).text("verdict"))
                .isEqualTo("none");
    }

    @Test
    void clientsAreTakenInAndMovesHaveACause() throws IOException {
        Path then = folder.resolve("then.json");
        Path now = folder.resolve("now.json");
        segment(FIRMS, "--id firm --columns 2,3 --k 2 --out " + then).done();
        String changed = FIRMS.replace("e,1,2", "e,11,12");
        segment(changed, "--id firm --columns 2,3 --k 2 --out " + now).done();
        Path before = Files.writeString(folder.resolve("before.csv"), FIRMS);
        Path after = Files.writeString(folder.resolve("after.csv"), changed);

        assertThat(Terminal.type("segment assign --model-file " + then + " --id firm --input " + after)
                        .done()
                        .lines())
                .contains("e,cluster-2,0.0," + Math.sqrt(200) + ",false");
        DocumentReader json = json(Terminal.type("segment compare --before " + then + " --after " + now
                + " --id firm --input-before " + before + " --input " + after + " --report " + folder));
        assertThat(json.decimal("agreement")).isEqualTo(1);
        assertThat(json.trees("moves", SegmentCommandTest::move)).containsExactly("e cluster-1 cluster-2 features 2");
        assertThat(Files.readString(folder.resolve("migration.html"))).contains("<path", "cluster-2", "features");
    }

    @Test
    void theReportDrawsWhatWasFoundAndLoadsNothing() throws IOException {
        segment(FIRMS.replace("a,1,1", "<b>a</b>,1,1"), "--id firm --columns 2,3 --k 2 --report " + folder)
                .done();
        String page = Files.readString(folder.resolve("segments.html"));

        assertThat(page)
                .contains("cluster-2", "<circle", "<polygon", "&lt;b&gt;a")
                .doesNotContain("<b>a", "http:", "https:", "<script");
    }

    private static String move(DocumentReader move) {
        int features = move.trees("reasons", reason -> {
                    assertThat(reason.text("code")).isEqualTo("move.feature");
                    assertThat(reason.decimal("contribution")).isBetween(0.0, 1.0);
                    return reason.tree("arguments").whole();
                })
                .size();
        return String.join(" ", move.text("client"), move.text("from"), move.text("to"), move.text("cause")) + " "
                + features;
    }

    /** 200 clients of two Gaussians far apart, and as many of one: the second has no structure. */
    @Test
    void noStructureIsAPossibleVerdict() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder apart = new StringBuilder("x,y\n");
        StringBuilder one = new StringBuilder("x,y\n");
        for (int i = 0; i < 200; i++) {
            double x = gaussian(random);
            double y = gaussian(random);
            one.append(x).append(',').append(y).append('\n');
            apart.append(x + (i % 2) * 8).append(',').append(y).append('\n');
        }

        DocumentReader groups = json(segment(apart.toString(), "--columns x,y --k auto --json"));
        DocumentReader none = json(segment(one.toString(), "--columns x,y --k auto --json"));

        assertThat(groups.whole("k")).isEqualTo(2);
        assertThat(groups.text("verdict")).isEqualTo("clusters");
        assertThat(groups.decimals("stability"))
                .hasSize(2)
                .satisfies(both -> assertThat(Math.min(both[0], both[1])).isGreaterThan(0.9));
        assertThat(none.whole("k")).isEqualTo(1);
        assertThat(none.text("verdict")).isEqualTo("none");
        assertThat(none.text("reason")).contains("no cluster structure");
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** segmentation.json, iris_raw, hclust: Ward's linkage cut at three. */
    @Test
    void agglomerativeCutsItsTree() throws IOException {
        DocumentReader json =
                json(Terminal.type("segment --method agglomerative --columns 1,2,3,4 --k 3 --json --report " + folder
                        + " --input " + RealData.file("segmentation/iris.csv")));

        assertThat(json.decimals("sizes")).containsExactly(64, 50, 36);
        assertThat(Files.readString(folder.resolve("segments.html"))).contains("Tree of merges", "class=\"mean\"");
    }

    private Terminal segment(String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("input.csv"), text);
        return Terminal.type("segment --input " + file + " " + options);
    }

    private static DocumentReader json(Terminal run) {
        return DocumentReader.of(DocumentJson.readTree(run.done().out()), "$");
    }
}
