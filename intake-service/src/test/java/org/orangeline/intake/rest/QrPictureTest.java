package org.orangeline.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;

/** A picture is read back as a camera would, and a code as somebody writes it down. */
class QrPictureTest {

    private static final int QUIET_ZONE = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    private final EnrolmentCodes codes = codes(1);

    @Test
    void the_picture_holds_the_text() throws FormatException, ChecksumException {
        String text = "{\"operation\":\"baghuz-2019\",\"deviceId\":\"tablet-3\",\"code\":\"7K2M\"}";
        List<MatchResult> dark = MODULE.matcher(QrPicture.of(text)).results().toList();
        int last = dark.stream().mapToInt(module -> at(module, 1)).max().orElseThrow();
        BitMatrix modules = new BitMatrix(last + 1 - QUIET_ZONE);
        dark.forEach(module -> modules.set(at(module, 1) - QUIET_ZONE, at(module, 2) - QUIET_ZONE));

        assertThat(new Decoder().decode(modules).getText()).isEqualTo(text);
    }

    @Test
    void a_code_has_a_hundred_bits_and_is_never_the_same() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(codes.next());
        }
        assertThat(many)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}"));
    }

    @Test
    void a_code_is_what_was_meant_and_good_for_one_tablet_of_one_operation() {
        String hash = codes.hash("op", "tablet-3", "10AB-CDEF");
        assertThat(codes.hash("op", "tablet-3", "io ab cdef")).isEqualTo(hash);
        assertThat(codes(1).hash("op", "tablet-3", "10ABCDEF")).isEqualTo(hash);
        assertThat(codes.hash("op", "tablet-4", "10AB-CDEF")).isNotEqualTo(hash);
        assertThat(codes.hash("other", "tablet-3", "10AB-CDEF")).isNotEqualTo(hash);
        assertThat(codes(2).hash("op", "tablet-3", "10AB-CDEF")).isNotEqualTo(hash);
    }

    private static int at(MatchResult module, int group) {
        return Integer.parseInt(module.group(group));
    }

    private static EnrolmentCodes codes(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return new EnrolmentCodes(DerivedKeys.of(DeploymentKey.of(key), Service.INTAKE));
    }
}
