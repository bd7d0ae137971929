package io.lendcrm.examples.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import org.junit.jupiter.api.Test;

class LowDefaultCommandTest {

    private static final String BOOK = "low-default --obligors 10,20,30,40,10 --defaults 1,2,0,0,0 --confidence 0.5";

    /** decisions.json, low_default_portfolio, ldpd_manual_conf0.5: independent. */
    @Test
    void agreesWithTheReferenceOfIndependentObligors() {
        closeTo(
                pd(BOOK),
                0.16226272819524618,
                0.12104060961412316,
                0.06085948022312429,
                0.03659748142210058,
                0.033280593541378266);
    }

    /** The same block: correlated_rho_0_12. */
    @Test
    void agreesWithTheReferenceOfCorrelatedObligors() {
        closeTo(
                pd(BOOK + " --correlation 0.12"),
                0.17615337757324073,
                0.1351452507021092,
                0.07242543337259262,
                0.04575765545558476,
                0.042003334319092436);
    }

    @Test
    void whatIsOutOfRangeIsMisuse() {
        assertThat(misuse("--obligors 10,20 --defaults 1 --confidence 0.5"))
                .contains("--defaults must be of 2 grades, found 1");
        assertThat(misuse("--obligors 10 --defaults 11 --confidence 0.5"))
                .contains("--defaults must be within [0, 10], found 11 in grade 1");
        assertThat(misuse("--obligors 0 --defaults 0 --confidence 0.5"))
                .contains("--obligors must be above 0, found 0");
        assertThat(misuse("--obligors 10 --defaults 0 --confidence 1"))
                .contains("--confidence must be within (0, 1), found 1.0");
        assertThat(misuse("--obligors 10 --defaults 0 --confidence 0.5 --correlation 1"))
                .contains("--correlation must be within [0, 1), found 1.0");
        assertThat(misuse("--obligors 2147483647,1 --defaults 0,0 --confidence 0.5"))
                .contains("--obligors must be fewer than");
        assertThat(misuse("--obligors ten --defaults 0 --confidence 0.5")).contains("--obligors", "ten");
    }

    private static String misuse(String options) {
        return Terminal.type("low-default " + options).misused().err();
    }

    private static double[] pd(String line) {
        return DocumentReader.of(
                        DocumentJson.readTree(Terminal.type(line).done().out()), "$")
                .decimals("pd");
    }

    private static void closeTo(double[] found, double... expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], withinPercentage(1e-7));
        }
    }
}
