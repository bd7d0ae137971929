package io.lendcrm.core;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {

    /** The examples of FIPS 180-4: "abc", and a million times "a". */
    @Test
    void isTheStandards() {
        assertThat(Checksum.of("abc".getBytes(US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        byte[] many = new byte[1_000_000];
        Arrays.fill(many, (byte) 'a');
        assertThat(Checksum.of(many)).isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void isThatOfTheBytesOfAFile(@TempDir Path folder) throws IOException {
        byte[] many = new byte[200_001];
        Arrays.fill(many, (byte) 7);
        Path file = Files.write(folder.resolve("model.bin"), many);
        assertThat(Checksum.of(file)).isEqualTo(Checksum.of(many));
        assertThatThrownBy(() -> Checksum.of(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }
}
