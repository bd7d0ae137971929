package io.lendcrm.core.client;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lendcrm.core.RealData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The NAICS codes of 2,101 Californian loans (Li, Mickel, Taylor 2018), counted apart with Python's csv module. */
class IndustryRollUpTest {

    @Test
    void californianLoansRollUpToTheirSubsectorsAndSector() throws IOException {
        List<Industry> industries;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .ofNamedCsvRecord(RealData.file("segmentation/sba-california-realestate.csv"));
                Stream<NamedCsvRecord> rows = reader.stream()) {
            industries = rows.map(row -> new Industry("NAICS", row.getField("NAICS")))
                    .toList();
        }

        assertThat(industries).hasSize(2_101);
        assertThat(count(industries, "sector")).isEqualTo(Map.of("53", 2_101L));
        assertThat(count(industries, "subsector")).isEqualTo(Map.of("531", 1_336L, "532", 748L, "533", 17L));
        assertThat(count(industries, "industry group"))
                .isEqualTo(Map.of(
                        "5312", 795L, "5313", 428L, "5322", 390L, "5324", 202L, "5321", 128L, "5311", 113L, "5323", 28L,
                        "5331", 17L));
    }

    private static Map<String, Long> count(List<Industry> industries, String level) {
        return industries.stream()
                .collect(groupingBy(
                        industry -> IndustryScheme.NAICS
                                .rollUp(industry.code(), level)
                                .orElseThrow(),
                        counting()));
    }
}
