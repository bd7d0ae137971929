package io.lendcrm.examples.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    Path folder;

    private Path scores;

    @BeforeEach
    void write() throws IOException {
        scores = folder.resolve("scores.csv");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("hmeasure-small.csv"))) {
            Files.copy(in, scores);
        }
    }

    @Test
    void givesTheFiguresOfTheReferences() throws IOException {
        JsonNode told = validate("--score score --target y");

        // scoring.json, hand_examples: h_measure_small (R hmeasure), metrics_small (scikit-learn)
        assertThat(told.at("/rows").intValue()).isEqualTo(200);
        assertThat(told.at("/auc").doubleValue()).isCloseTo(0.9368681318681319, within(1e-15));
        assertThat(told.at("/gini").doubleValue()).isCloseTo(0.8737362637363, within(1e-12));
        assertThat(told.at("/ks").doubleValue()).isCloseTo(0.7747252747252747, within(1e-15));
        assertThat(told.at("/h").doubleValue()).isCloseTo(0.6983190613388, within(1e-12));
        assertThat(told.at("/brier").doubleValue()).isCloseTo(0.1210375171, within(1e-12));
        assertThat(told.at("/aucLower").doubleValue()).isBetween(0.88, 0.92);
        assertThat(told.at("/aucUpper").doubleValue()).isBetween(0.95, 0.99);
    }

    @Test
    void scoresThatRunTheOtherWayAreTurned() throws IOException {
        JsonNode told = validate("--score score --target y --bad 0 --higher better");
        assertThat(told.at("/auc").doubleValue()).isCloseTo(0.9368681318681319, within(1e-15));
        assertThat(told.at("/brier").doubleValue()).isCloseTo(0.1210375171, within(1e-12));

        Terminal wrong = Terminal.type("validate --score score --target y --higher better --input " + scores)
                .done();
        assertThat(wrong.err()).contains("warning: auc is below 0.5", "--higher riskier says so");
    }

    @Test
    void withoutProbabilitiesThereIsNoBrier() throws IOException {
        Files.writeString(scores, Files.readString(scores).replace("\n0.8204,", "\n82.04,"));

        Terminal run = Terminal.type("validate --score score --target y --input " + scores);
        assertThat(run.done().out()).doesNotContain("brier");
        assertThat(run.err()).contains("no brier: scores outside [0, 1] are no probabilities");
    }

    @Test
    void aSingleBadGivesNoInterval() throws IOException {
        Files.writeString(scores, "s,y\n1,0\n2,1\n0,0\n");

        JsonNode told = validate("--score s --target y");
        assertThat(told.at("/auc").doubleValue()).isEqualTo(1);
        assertThat(told.has("aucLower")).isFalse();
    }

    private JsonNode validate(String options) throws IOException {
        return new ObjectMapper()
                .readTree(Terminal.type("validate --input " + scores + " " + options)
                        .done()
                        .out());
    }
}
