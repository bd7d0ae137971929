package io.lendcrm.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassifiedTest {

    @Test
    void everyPartOfADomainRecordTellsHowPersonalItIs() {
        List<String> untagged = DomainRecords.visible().stream()
                .flatMap(type -> Stream.of(type.getRecordComponents())
                        .filter(part -> part.getAnnotation(Classified.class) == null)
                        .map(part -> type.getName() + "." + part.getName()))
                .toList();

        assertThat(untagged).as("record parts without @Classified").isEmpty();
    }

    /** Guards the rule above: it can't hold of records that weren't found. */
    @Test
    void theRecordsAreFound() {
        assertThat(DomainRecords.visible().stream().map(Class::getSimpleName))
                .hasSizeGreaterThan(40)
                .contains("Individual", "Stake", "Facility", "CreditReport", "FinancialStatement", "Header", "Note");
    }
}
