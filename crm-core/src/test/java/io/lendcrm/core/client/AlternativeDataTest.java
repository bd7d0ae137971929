package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlternativeDataTest {

    private static final ClientId CLIENT = ClientId.of("c-1");
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    private static final AsOf AS_OF = AsOf.endOf(DAY, ZoneOffset.UTC);
    private static final AlternativeValue CALLS = new AlternativeValue.Quantity(17.5, SourceId.of("telecom"), DAY);

    private final AlternativeData data = AlternativeData.of(Map.of(
            "phone.calls-per-week",
            CALLS,
            "shop.tier",
            new AlternativeValue.Category("gold", SourceId.of("shop"), DAY)));

    @Test
    void valuesComeThroughTheGateOnly() {
        AlternativeData.Opened opened =
                data.open(Set.of("phone.calls-per-week"), CLIENT, Purpose.CREDIT_RISK, UseGate.allowAll(), AS_OF);

        assertThat(opened).isEqualTo(new AlternativeData.Opened.Values(Map.of("phone.calls-per-week", CALLS)));
    }

    @Test
    void consentToAlternativeDataIsAskedForApart() {
        UseGate creditOnly = (client, purpose, fields, asOf) -> purpose.equals(Purpose.ALTERNATIVE_DATA)
                ? Permission.denied("no-consent", fields)
                : Permission.granted();

        assertThat(data.open(Set.of("shop.tier"), CLIENT, Purpose.CREDIT_RISK, creditOnly, AS_OF))
                .isEqualTo(new AlternativeData.Opened.Refused(
                        new Permission.Denied("no-consent", FieldSet.of("alternative.shop.tier"))));
        assertThat(data.open(Set.of("shop.tier"), CLIENT, Purpose.ALTERNATIVE_DATA, creditOnly, AS_OF))
                .isInstanceOf(AlternativeData.Opened.Refused.class);
    }

    @Test
    void aPurposeThatIsRefusedOpensNothingEither() {
        UseGate noMarketing = (client, purpose, fields, asOf) ->
                purpose.equals(Purpose.MARKETING) ? Permission.denied("objection", fields) : Permission.granted();

        assertThat(data.open(Set.of("shop.tier"), CLIENT, Purpose.MARKETING, noMarketing, AS_OF))
                .isInstanceOf(AlternativeData.Opened.Refused.class);
    }

    @Test
    void whatTheClientLacksIsNotInTheAnswer() {
        assertThat(data.open(Set.of("other"), CLIENT, Purpose.CREDIT_RISK, UseGate.allowAll(), AS_OF))
                .isEqualTo(new AlternativeData.Opened.Values(Map.of()));
    }

    @Test
    void namesAreListedInOrderAndKeepToOneForm() {
        assertThat(data.names()).containsExactly("phone.calls-per-week", "shop.tier");
        assertThatThrownBy(() -> AlternativeData.of(Map.of("Phone Calls", CALLS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower-case");
        assertThat(AlternativeData.of(Map.of())).isSameAs(AlternativeData.none());
    }

    @Test
    void equalDataAreEqual() {
        AlternativeData one = AlternativeData.of(Map.of("a", CALLS));

        assertThat(one)
                .isEqualTo(AlternativeData.of(Map.of("a", CALLS)))
                .hasSameHashCodeAs(AlternativeData.of(Map.of("a", CALLS)))
                .isNotEqualTo(data)
                .hasToString("AlternativeData[1]");
    }
}
