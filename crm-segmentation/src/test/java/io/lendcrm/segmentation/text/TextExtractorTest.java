package io.lendcrm.segmentation.text;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.extraction.Story;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.Reading;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Note;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextExtractorTest {

    private static final TextAnalysis ANALYSIS = TextAnalysis.of(Masking.standard());

    private static final Map<String, String> STORE = Map.of(
            "note-1", "client lost his job, can't pay", "note-2", "wants a loan", "answer-1", "terrible and unfair");

    private static final TextSource SOURCE = key -> Optional.ofNullable(STORE.get(key));

    private static final TextExtractor COUNTS = TextExtractor.of(TextFeatures.counted(ANALYSIS, Lexicon.all()), SOURCE);

    private static Header header(String id, LocalDate day) {
        return Header.of(InteractionId.of(id), ID, day, Instant.EPOCH, Channel.BRANCH);
    }

    private static ClientHistory history() {
        List<Interaction> life = List.of(
                Note.of(header("1", TODAY.minusDays(30)), "note-1", "adviser"),
                Note.of(header("2", TODAY.minusDays(400)), "note-2", "adviser"),
                Note.of(header("3", TODAY), "erased", "adviser"),
                new Feedback(header("4", TODAY.minusDays(60)), "nps", "why", 1, 0, 10, "answer-1"),
                Feedback.of(header("5", TODAY), "nps", "score", 1, 0, 10),
                Complaint.of(header("6", TODAY.minusDays(90)), "c", ComplaintState.OPENED, "harassment by collectors"),
                Complaint.of(
                        header("7", TODAY.minusDays(80)), "c", ComplaintState.RESOLVED, "harassment by collectors"));
        return Dossier.of(ID, Versions.of(Story.client(), Story.SINCE, Instant.EPOCH))
                .withInteractions(life)
                .at(AS_OF)
                .orElseThrow();
    }

    private static FeatureRow read(TextExtractor extractor) {
        Reading reading = FeatureReader.of(extractor, Purpose.SEGMENTATION, UseGate.allowAll())
                .read(history());
        return ((Reading.Read) reading).row();
    }

    @Test
    void countsPhrasesOfTheLastYear() {
        FeatureRow row = read(COUNTS);
        assertThat(row.value("distress_hits")).isEqualTo(2);
        assertThat(row.value("complaint_hits")).isEqualTo(3);
        assertThat(row.value("borrowing_hits")).isZero();
        assertThat(read(COUNTS.withWindow(401)).value("text_tokens")).isEqualTo(row.value("text_tokens") + 3);
    }

    @Test
    void olderTextsCountLess() {
        FeatureRow row = read(COUNTS.withHalfLife(30));
        assertThat(row.value("distress_hits")).isEqualTo(2 * 0.5);
        assertThat(row.value("complaint_hits")).isCloseTo(2 * 0.25 + 0.125, within(1e-15));
    }

    @Test
    void termsAreADirection() {
        TfIdfModel model =
                TfIdf.of(ANALYSIS).withCommonness(1, 1).fit(List.of("lost job", "terrible unfair", "harassment"));
        TextExtractor terms = TextExtractor.of(model.features(ANALYSIS), SOURCE).withHalfLife(30);
        FeatureRow row = read(terms);
        double length = 0;
        for (int i = 0; i < model.terms().size(); i++) {
            length += row.value(i) * row.value(i);
        }
        assertThat(length).isCloseTo(1, within(1e-12));
        assertThat(row.value(model.find("job").orElseThrow()))
                .isGreaterThan(row.value(model.find("unfair").orElseThrow()));
    }

    @Test
    void theGateIsAskedForTexts() {
        UseGate gate = (client, purpose, fields, asOf) ->
                fields.names().contains("note.text") ? Permission.denied("no-consent", fields) : Permission.granted();
        assertThat(FeatureReader.of(COUNTS, Purpose.MARKETING, gate).read(history()))
                .isInstanceOf(Reading.Refused.class);
        assertThat(COUNTS.schema().features()).allMatch(f -> f.dataClass() == DataClass.SENSITIVE);
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> COUNTS.withWindow(0)).hasMessageContaining("days must be at least 1");
        assertThatThrownBy(() -> COUNTS.withHalfLife(Double.NaN)).hasMessageContaining("halfLife must be above 0");
    }
}
