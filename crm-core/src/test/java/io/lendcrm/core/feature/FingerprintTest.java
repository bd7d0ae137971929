package io.lendcrm.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** SHA-256 of no bytes, and of a length of 1 followed by 7, both as eight bytes (computed with sha256sum). */
    @Test
    void isSha256OfLengthsAndBigEndianValues() {
        assertThat(Fingerprint.empty().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Fingerprint.empty().add(7L).hex())
                .isEqualTo("460e144feb894b153ea4f5a10f520ae5624a8544d61ee24de94e0193d5e057c0");
        assertThat(Fingerprint.empty().add(7).hex())
                .isEqualTo("460e144feb894b153ea4f5a10f520ae5624a8544d61ee24de94e0193d5e057c0");
    }

    @Test
    void partsAreKeptApart() {
        assertThat(Fingerprint.empty().add(1.0, 2.0).add(3.0).hex())
                .isNotEqualTo(Fingerprint.empty().add(1.0).add(2.0, 3.0).hex());
        assertThat(Fingerprint.empty().add("ab").add("c").hex())
                .isNotEqualTo(Fingerprint.empty().add("a").add("bc").hex());
    }

    @Test
    void everyValueOfALongColumnCounts() {
        long[] column = LongStream.range(0, 5000).toArray();
        String before = Fingerprint.empty().add(column).hex();
        column[3333]++;
        assertThat(Fingerprint.empty().add(column).hex()).isNotEqualTo(before);
    }
}
