package org.orangeline.kit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.ProblemException;

class LinesTest {

    private static final Lines.Room ROOM = bytes -> {};
    private static final String LONG = "x".repeat(Body.MOST_BYTES + 1);

    @Test
    void lines_keep_their_numbers_and_blank_ones_are_none() {
        List<Lines.Line> lines = of("one\n\n \r\ntwo");
        assertThat(lines).extracting(Lines.Line::number).containsExactly(1, 4);
        assertThat(new String(lines.getLast().whole(), UTF_8)).isEqualTo("two");
        assertStatus(400, () -> of("\n\n"));
    }

    @Test
    void a_line_that_is_too_long_is_refused_alone_and_never_kept() throws IOException {
        byte[] batch = ("one\n" + LONG + "\n" + LONG.substring(1) + "\nfour").getBytes(UTF_8);
        for (List<Lines.Line> lines :
                List.of(Lines.of(batch), Lines.of(zipped(batch), "gzip", ROOM))) {
            assertThat(lines).hasSize(4);
            assertStatus(413, lines.get(1)::whole);
            assertThat(lines.get(2).whole()).hasSize(Body.MOST_BYTES);
            assertThat(lines.get(3).whole()).hasSize(4);
        }
    }

    @Test
    void a_batch_as_a_whole_has_its_limits() throws IOException {
        assertStatus(413, () -> of("x\n".repeat(Lines.MOST_LINES + 1)));
        byte[] much = new byte[Lines.MOST_BYTES + 1];
        assertStatus(413, () -> Lines.of(much));
        byte[] small = zipped(much);
        assertStatus(413, () -> Lines.of(small, "gzip", ROOM));
        assertStatus(415, () -> Lines.of(small, "br", ROOM));
    }

    @Test
    void a_small_body_unpacks_to_no_more_than_there_is_room_for() throws IOException {
        byte[] bomb = zipped("x\n".repeat(Lines.MOST_BYTES / 2).getBytes(UTF_8));
        assertThat(bomb).hasSizeLessThan(20_000);
        int room = 1024 * 1024;
        List<Integer> asked = new ArrayList<>();
        assertStatus(
                503,
                () ->
                        Lines.of(
                                bomb,
                                "gzip",
                                bytes -> {
                                    asked.add(bytes);
                                    if (bytes > room) {
                                        throw ProblemException.unavailable("full");
                                    }
                                }));
        assertThat(asked).isSorted();
        assertThat(asked.getLast()).isLessThan(2 * room);
        assertStatus(413, () -> Lines.of(bomb, "gzip", ROOM));
    }

    private static List<Lines.Line> of(String body) {
        return Lines.of(body.getBytes(UTF_8));
    }

    private static void assertStatus(int status, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.problem().status()).isEqualTo(status));
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
