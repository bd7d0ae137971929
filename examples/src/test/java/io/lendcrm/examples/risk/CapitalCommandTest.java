package io.lendcrm.examples.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CapitalCommandTest {

    @ParameterizedTest
    @CsvFileSource(resources = "basel.csv")
    void agreesWithTheReference(
            String pd, String lgd, String maturity, String sales, double r, double b, double k, double rw) {
        String size = sales == null ? "" : " --sales " + sales;

        DocumentReader found = json("capital irb --pd " + pd + " --lgd " + lgd + " --maturity " + maturity + size);

        assertThat(found.decimal("R")).isCloseTo(r, within(1e-12));
        assertThat(found.decimal("b")).isCloseTo(b, within(1e-12));
        assertThat(found.decimal("K")).isCloseTo(k, within(1e-12));
        assertThat(found.decimal("RW")).isCloseTo(rw, within(1e-12));
    }

    @Test
    void aFloorIsAppliedWhenAskedFor() {
        String exposure = "capital irb --lgd 0.45 --maturity 2.5";

        String floored = Terminal.type(exposure + " --pd 0.0001 --pd-floor 0.0005")
                .done()
                .out();

        assertThat(floored)
                .isEqualTo(Terminal.type(exposure + " --pd 0.0005").done().out())
                .isNotEqualTo(Terminal.type(exposure + " --pd 0.0001").done().out());
    }

    @Test
    void whatIsOutOfRangeIsMisuse() {
        assertThat(misuse("--pd 1.2 --lgd 0.45 --maturity 2.5")).contains("--pd must be within [0, 1], found 1.2");
        assertThat(misuse("--pd NaN --lgd 0.45 --maturity 2.5")).contains("--pd must be within [0, 1], found NaN");
        assertThat(misuse("--pd 0.01 --lgd -0.1 --maturity 2.5")).contains("--lgd must be within [0, 1], found -0.1");
        assertThat(misuse("--pd 0.01 --lgd 0.45 --maturity 7")).contains("--maturity must be within [1, 5], found 7.0");
        assertThat(misuse("--pd 0.01 --lgd 0.45 --maturity 1 --sales -5"))
                .contains("--sales must be finite and at least 0, found -5.0");
        assertThat(misuse("--pd 0.01 --lgd 0.45 --maturity 1 --pd-floor 1"))
                .contains("--pd-floor must be within [0, 1), found 1.0");
        assertThat(misuse("--pd 0 --lgd 0.45 --maturity 2.5")).contains("--pd must be above 2.93e-6", "have a floor");
        assertThat(misuse("--pd 0.01 --lgd x --maturity 2.5")).contains("--lgd");
        assertThat(Terminal.type("capital").misused().err()).contains("an approach is missing: irb");
    }

    private static String misuse(String options) {
        return Terminal.type("capital irb " + options).misused().err();
    }

    private static DocumentReader json(String line) {
        return DocumentReader.of(
                DocumentJson.readTree(Terminal.type(line).done().out()), "$");
    }
}
