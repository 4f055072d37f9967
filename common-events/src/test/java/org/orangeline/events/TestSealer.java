package org.orangeline.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Real AES-256-GCM that gives the same bytes on every run: key and nonce follow from the place. */
final class TestSealer implements Sealer, Opener {

    private static final int TAG_BITS = 128;
    private static final int IV_BYTES = 12;

    @Override
    public Sealed<?> seal(String subject, String event, String field, byte[] plaintext) {
        byte[] iv = Arrays.copyOf(digest(Sealed.context(subject, event, field)), IV_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, subject, event, field, iv).doFinal(plaintext);
            return new Sealed<>(subject, event, field, base64(iv), base64(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> open(Sealed<?> sealed) {
        byte[] iv = Base64.getDecoder().decode(sealed.iv());
        byte[] ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
        try {
            return Optional.of(
                    cipher(
                                    Cipher.DECRYPT_MODE,
                                    sealed.subject(),
                                    sealed.event(),
                                    sealed.field(),
                                    iv)
                            .doFinal(ciphertext));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, String subject, String event, String field, byte[] iv)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(digest("test key of " + subject), "AES"),
                new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(Sealed.context(subject, event, field).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
