package io.lendcrm.segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    private static final Masking MASKING = Masking.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        write to jane.doe+x@mail.example.com, please     | write to masked_email , please
        请发到zhang@qq.com谢谢                            | 请发到 masked_email 谢谢
        see https://bank.example/a?id=77&t=1 or else     | see masked_url or else
        my card 4111 1111 1111 1111 was stolen           | my card masked_card was stolen
        卡号6222021234567890128被盗                       | 卡号 masked_card 被盗
        call +1 (202) 555-0101 today                     | call masked_phone today
        手机１３８００１３８０００                         | 手机 masked_phone
        SSN 078-05-1120                                  | SSN masked_id
        身份证11010519491231002X。                        | 身份证 masked_id 。
        IBAN DE89 3704 0044 0532 0130 00 please          | IBAN masked_id please
        account AB12345                                  | account masked_id
        on 2024-02-29 and 3/14/2018                      | on masked_date and masked_date
        2024年2月29日还款                                 | masked_date 还款
        paid $1,250.00 in 30 days                        | paid $ masked_number in masked_number days
        On XX/XX/2018 I called XXXX                      | On masked_hidden I called masked_hidden
        card ending ****1234                             | card ending masked_hidden
        the XXL shirt                                    | the XXL shirt
        my 401k and the 2nd loan                         | my masked_number and the masked_number loan
        """)
    void findsWhatTellsWhoSomebodyIs(String text, String masked) {
        assertThat(MASKING.mask(text).value()).isEqualTo(masked);
    }

    @Test
    void namesAreMaskedWhereTheHostTellsThem() {
        Masking masking = MASKING.withNames(List.of("Ann O'Neil", "王小明"));

        assertThat(masking.mask("ANN O'NEIL called, Ann O'Neill didn't; 客户王小明来电")
                        .value())
                .isEqualTo("masked_name called, Ann O'Neill didn't; 客户 masked_name 来电");
        assertThat(masking).hasToString("Masking[email,url,card,id,phone,date,number,hidden,name, 2 names]");
        assertThatThrownBy(() -> MASKING.withNames(List.of("I")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 characters");
        List<String> many = IntStream.range(0, 1_001).mapToObj(i -> "name" + i).toList();
        assertThatThrownBy(() -> MASKING.withNames(many)).hasMessageContaining("at most 1000, found 1001");
    }

    @Test
    void someKindsCanBeLeft() {
        assertThat(MASKING.without(Masking.Kind.NUMBER)
                        .mask("30 days late since 2024-02-29")
                        .value())
                .isEqualTo("30 days late since masked_date");
        assertThat(Masking.of(Set.of(Masking.Kind.PHONE))
                        .mask("2024-02-29, 138 0013 8000")
                        .value())
                .isEqualTo("2024-02-29, masked_phone");
        assertThat(Masking.none().mask("card 4111111111111111").value()).isEqualTo("card 4111111111111111");
        assertThat(Masking.none().code()).isEqualTo("none");
    }

    @Test
    void aMaskedTextDoesNotPrintItself() {
        assertThat(Masking.none().mask("secret")).hasToString("MaskedText[6 characters]");
    }

    @Test
    @Timeout(30)
    void timeIsProportionalToTheText() {
        // each once took quadratic time somewhere: in expressions, in looks ahead, in the normaliser
        for (String bit :
                List.of("1a.", "a.", "1-", "xx/", "e\u0301\u0316", "http://", "@", "1", "\u0316\u0301", "张")) {
            String text = bit.repeat(200_000 / bit.length());
            assertThat(MASKING.mask(text).value()).as(bit).doesNotContain("1");
        }
    }

    @Test
    void longRunsOfMarksAreParted() {
        MaskedText masked = Masking.none().mask("e" + "\u0301\u0316".repeat(50));
        assertThat(masked.value()).contains("\u034f");
        assertThat(Masking.none().mask(masked.value())).isEqualTo(masked);
    }
}
