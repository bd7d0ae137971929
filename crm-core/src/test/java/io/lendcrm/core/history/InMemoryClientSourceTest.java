package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryClientSourceTest extends ClientSourceContract {

    @Override
    protected ClientSource sourceOf(List<Dossier> dossiers) {
        return InMemoryClientSource.of(dossiers);
    }

    @Test
    void twoDossiersOfOneClientAreRefusedWithoutTellingItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        InMemoryClientSource.of(List.of(Samples.dossier("ann-4711"), Samples.dossier("ann-4711"))))
                .withMessageContaining("one dossier")
                .withMessageNotContaining("4711");
    }

    @Test
    void knowsHowManyDossiersItHolds() {
        assertThat(InMemoryClientSource.of(List.of(Samples.dossier("a"), Samples.dossier("b")))
                        .size())
                .isEqualTo(2);
    }
}
