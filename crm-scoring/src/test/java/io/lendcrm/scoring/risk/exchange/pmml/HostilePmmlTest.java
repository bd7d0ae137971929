package io.lendcrm.scoring.risk.exchange.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.scoring.risk.exchange.RandomCards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faulty and hostile files: a clear error, never a wrong score. */
class HostilePmmlTest {

    private static final String AGE = "<DataField name='Age' optype='continuous' dataType='double'/>";
    private static final String MINING = "<MiningField name='Age'/>";

    private static String line(String attributes) {
        return "<Characteristic name='c' reasonCode='R1'>" + attributes + "</Characteristic>";
    }

    private static String when(String value) {
        return "<Attribute partialScore='1'><SimplePredicate field='Age' operator='lessThan' value='" + value
                + "'/></Attribute>";
    }

    private static void refused(String file, String... told) {
        assertThatThrownBy(() -> PmmlReader.read(file.getBytes(UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContainingAll(told);
    }

    private static void refusedCard(String dictionary, String mining, String characteristics, String... told) {
        refused(PmmlReaderTest.card(dictionary, mining, characteristics), told);
    }

    @Test
    void entityBombsAndExternalEntitiesAreRefused(@TempDir Path work) throws Exception {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE PMML [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused(bomb + "]><PMML version='4.4'>&a19;</PMML>", "line 1");
        Path secret = Files.writeString(work.resolve("secret.txt"), "secret");
        Throwable thrown = catchThrowable(() -> PmmlReader.read(
                ("<!DOCTYPE PMML [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><PMML version='4.4'>&e;</PMML>")
                        .getBytes(UTF_8)));
        assertThat(thrown).isInstanceOf(ModelFormatException.class).hasMessageNotContaining("secret.txt");
        refused("<!DOCTYPE PMML SYSTEM \"" + secret.toUri() + "\"><PMML version='4.4'/>", "document type");
        refused("<PMML version='4.4'>&undeclared;</PMML>", "line 1");
    }

    @Test
    void deepWideAndGiganticFilesAreRefused() {
        refused("<PMML version='4.4'>" + "<a>".repeat(600), "at most 512 elements in one another");
        refused(
                "<PMML version='4.4'>" + "<a/>".repeat(XmlTree.MOST_ELEMENTS + 1) + "</PMML>",
                "at most 1000000 elements");
        refused(
                "<PMML version='4.4'><Array>" + "x".repeat(XmlTree.LONGEST_TEXT + 1) + "</Array></PMML>",
                "at most 1048576");
        refused("<PMML version='4.4' a='" + "x".repeat(XmlTree.LONGEST_ATTRIBUTE + 1) + "'/>", "at most 65536");
        assertThatThrownBy(() -> PmmlReader.read(new byte[XmlTree.MOST_BYTES + 1]))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("67108864");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(when(Integer.toString(i)));
        }
        refusedCard(AGE, MINING, line(many.toString()), "pairs of value and predicate");
    }

    @Test
    void numbersThatAreNoneAreRefusedWithTheirPlace() {
        for (String bad : new String[] {"NaN", "Infinity", "-INF", "1e999", "0x10", "12d", "", "1,5"}) {
            refusedCard(
                    AGE,
                    MINING,
                    line(when(bad)),
                    "line 7, Scorecard/Characteristics/Characteristic \"c\"/Attribute/SimplePredicate \"Age\"",
                    "value must be a finite number, found \"" + bad + "\"");
        }
    }

    @Test
    void fieldsMustBeKnownAndThereOnce() {
        refusedCard(AGE + AGE, MINING, line(when("1")), "DataField \"Age\"", "once");
        refusedCard(AGE, MINING + MINING, line(when("1")), "MiningField \"Age\"", "once");
        refusedCard(AGE, MINING, line(when("1").replace("Age", "Height")), "found \"Height\"");
        refusedCard(AGE, MINING + "<MiningField name='Height'/>", line(when("1")), "MiningField \"Height\"");
        refusedCard(AGE, MINING, line(when("1")) + line(when("2")), "found two of \"Age\"");
        refusedCard(AGE, "<MiningField name='Age' usageType='supplementary'/>", line(when("1")), "active field");
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        String good = PmmlReaderTest.card(AGE, MINING, line(when("1")));
        assertThat(PmmlReader.read(good.getBytes(UTF_8)).kind()).isEqualTo(PmmlModel.Kind.SCORECARD);
        refused(
                good.replace(
                        "<Characteristics>",
                        "<LocalTransformations><DerivedField name='d' optype='continuous' dataType='double'><Apply"
                                + " function='ln'><FieldRef field='Age'/></Apply></DerivedField>"
                                + "</LocalTransformations><Characteristics>"),
                "Apply",
                "not supported in DerivedField");
        refused(
                good.replace(
                        "</MiningSchema>",
                        "</MiningSchema><Output><OutputField name='o' feature='transformedValue'>"
                                + "<Constant>1</Constant></OutputField></Output>"),
                "Constant",
                "not supported in OutputField");
        refused(
                good.replace("</MiningSchema>", "</MiningSchema><Targets><Target rescaleFactor='2'/></Targets>"),
                "rescaled");
        refused(good.replace("partialScore='1'>", "><ComplexPartialScore/>"), "ComplexPartialScore");
        refused(good.replace("Scorecard", "SupportVectorMachineModel"), "SupportVectorMachineModel", "not supported");
        refused(good.replace("version=\"4.4\"", "version=\"3.2\""), "version must be 4.x");
        refused(good.replace("PMML-4_4", "PMML-3_2"), "expected an element of");
        refused(good.replace("'lessThan'", "'lessish'"), "operator must be one of");
        refused(good.replace("reasonCode='R1'", ""), "reasonCode");
        refused(good.replace("baselineScore=\"20\"", ""), "baselineScore");
        refused(good.replace("initialScore=\"100\"", "initialScore=\"100\" isScorable=\"false\""), "isScorable");
        refusedCard(AGE.replace("double", "dateTime"), MINING, line(when("1")), "dataType");
        refusedCard(AGE, MINING, line("<Attribute partialScore='1'/>"), "expected one predicate, found 0");
        refusedCard(AGE, MINING, "", "expected a characteristic");
        refused("<?xml version='1.0' encoding='EBCDIC'?>" + good, "encoding must be one of");
        refused("<html/>", "expected a PMML element");
        refused("", "well-formed");
    }

    @Test
    void damagedFilesGiveAnErrorOrAModelNeverAnythingElse() {
        byte[] good = PmmlWriter.write(new RandomCards(5).card());
        Random random = new Random(9);
        for (int i = 0; i < 1500; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k < 1 + random.nextInt(3); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> PmmlReader.read(damaged));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ModelFormatException.class);
            }
        }
    }
}
