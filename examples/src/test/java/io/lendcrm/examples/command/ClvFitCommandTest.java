package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else than purchases at any time can be fitted: opportunities, cohorts under contract, net amounts. */
class ClvFitCommandTest {

    @TempDir
    Path folder;

    @Test
    void theModelThatSuitsBestIsChosenWithReasons() throws IOException {
        Path summary = RealData.file("clv/cdnow_customers_summary.csv");

        Terminal run =
                Terminal.type("clv fit --model auto --json --input " + summary).done();

        DocumentReader fit = DocumentReader.of(DocumentJson.readTree(run.out()), "$");
        assertThat(fit.text("model")).as("of the least BIC").isEqualTo("mbg-nbd");
        assertThat(fit.decimal("logLikelihood")).isCloseTo(-9582.132684900, within(1e-6));
        assertThat(fit.texts("reasons"))
                .anyMatch(reason -> reason.startsWith("mbg-nbd is chosen before bg-nbd: its BIC is"))
                .anyMatch(reason -> reason.startsWith("mbg-nbd is chosen before pareto-nbd"));
        assertThat(run.err()).contains("mbg-nbd is chosen before nbd");
    }

    @Test
    void opportunitiesAreWholeAndUsedOnce() throws IOException {
        assertThat(fit("bg-bb", "x,t_x,n\n2,1,6\n1,1,6\n", "--age n").refused().err())
                .contains("input.csv:2 refused-value t_x: expected at least 2, the value of x");
        assertThat(fit("bg-bb", "x,t_x,n\n1,1,5.5\n1,1,6\n", "--age n")
                        .refused()
                        .err())
                .contains("input.csv:2 refused-value n: expected a whole number of opportunities, found 5.5");
        assertThat(fit("bg-bb", "x,t_x\n1,7\n1,1\n", "--periods 6").refused().err())
                .contains("input.csv:2 refused-value t_x: expected at most 6.0, the value of --periods, found 7");
        assertThat(fit("bg-bb", "x,t_x\n1,1\n", "--periods 0").misused().err())
                .contains("--periods must be at least 1, found 0");
        assertThat(fit("bg-bb", "x,t_x,T\n1,1,2\n", "--periods 6 --age T")
                        .misused()
                        .err())
                .contains("--periods and --age both tell T");
    }

    @Test
    void aCohortIsToldPeriodByPeriod() throws IOException {
        String rows = "period,survivors\n0,100\n1,80\n2,70\n3,65\n";

        assertThat(firstColumn(fit("sbg", rows, "").done())).containsExactly("alpha", "beta");
        assertThat(firstColumn(fit("bdw", rows, "--unit month").done())).containsExactly("alpha", "beta", "c");
        assertThat(fit("sbg", "year,left\n0,100\n1,80\n2,70\n3,65\n", "--period year --survivors left")
                        .done()
                        .out())
                .isEqualTo(fit("sbg", rows, "").done().out())
                .isEqualTo(fit("sbg", rows + "4,9\n", "--last-period 3").done().out());
        assertThat(fit("sbg", rows, "--weight survivors").misused().err()).contains("--weight is not for cohorts");
        assertThat(fit("sbg", rows, "--group highend").misused().err()).contains("--group must be COL=VALUE");
        assertThat(fit("sbg", rows, "--last-period 0").misused().err()).contains("--last-period must be at least 1");
        assertThat(fit("bg-nbd", "x,t_x,T\n1,2,3\n", "--last-period 3")
                        .misused()
                        .err())
                .contains("are for sbg and bdw");
    }

    @Test
    void aCohortHasNoGapsAndDoesNotGrow() throws IOException {
        assertThat(cohort("1,90")).contains("input.csv:2 refused-value period: expected the period 0");
        assertThat(cohort("0,0")).contains("input.csv:2 refused-value survivors: expected a number above 0");
        assertThat(cohort("0,100\n2,90")).contains("input.csv:3 refused-value period: expected the period 1, as it");
        assertThat(cohort("0,100\n1,101"))
                .contains("input.csv:3 refused-value survivors: expected at most 100.0, those after the period 0");
        assertThat(cohort("0,100\n1,-1")).contains("input.csv:3 refused-value survivors: expected a number of at");
        assertThat(cohort("0,100")).contains("input.csv tells 1 periods, where at least the start and one");
        assertThat(fit("sbg", "g,period,survivors\na,0,100\na,1,90\n", "--group g=b")
                        .refused()
                        .err())
                .contains("input.csv tells 0 periods of the group g=b");
        assertThat(fit("sbg", "period,survivors\n0,100\n1,x\n2,90\n", "--skip-bad-rows")
                        .refused()
                        .err())
                .contains("a cohort can't be read without one of its periods");
        assertThat(fit("sbg", "period,survivors\n0,100\n1,100\n", "").refused().err())
                .contains("bdw can't be fitted");
    }

    @Test
    void netAmountsMayBeLosses() throws IOException {
        String rows = "id,x,mean_amount\na,2,-5\nb,1,20\nc,7,3\nd,3,-1\ne,0,\nf,4,30\n";

        assertThat(firstColumn(fit("normal-spend", rows, "").done())).containsExactly("mu", "tau", "sigma");
        assertThat(fit("gamma-gamma", rows, "").refused().err()).contains("input.csv:2 refused-value mean_amount");
    }

    private String cohort(String rows) throws IOException {
        return fit("sbg", "period,survivors\n" + rows + "\n", "").refused().err();
    }

    private Terminal fit(String kind, String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("input.csv"), text);
        return Terminal.type("clv fit --model " + kind + " --input " + file + " " + options);
    }

    private static List<String> firstColumn(Terminal run) {
        return run.lines().stream().skip(1).map(line -> line.split(",")[0]).toList();
    }
}
