package org.orangeline.intake.arrival;

import java.util.Locale;
import org.orangeline.events.SaidText;

/**
 * The number that a person is called by: {@code BGZ-000123-7}. The last digit is ISO/IEC 7064 MOD
 * 11,10 over the digits before it: every single wrong digit and nearly every swap is noticed.
 */
public final class RegistrationNumber {

    private static final int MODULUS = 10;
    private static final int FEWEST_DIGITS = 6;

    private RegistrationNumber() {}

    /**
     * @param prefix the operation's
     * @param count 1, 2, 3 ... within the operation
     */
    public static String of(String prefix, long count) {
        String digits = String.format(Locale.ROOT, "%06d", count);
        return prefix + "-" + digits + "-" + checkDigit(digits);
    }

    /** Whether form and check digit are right. */
    public static boolean isValid(String number) {
        String[] parts = number.split("-", -1);
        return parts.length == 3
                && parts[1].matches("\\d{6,12}")
                && parts[2].equals(Integer.toString(checkDigit(parts[1])));
    }

    /**
     * @return the count in a valid number
     */
    public static long count(String number) {
        return Long.parseLong(number.split("-", -1)[1]);
    }

    /**
     * How somebody asks for a number, in one spelling: capitals, digits 0 to 9, no dashes or
     * spaces.
     */
    public static String asked(String text) {
        return SaidText.number(text);
    }

    /** Whether a number was asked for whole, with a check digit that it cannot have. */
    public static boolean isMistyped(String text) {
        String asked = asked(text);
        String digits = asked.replaceFirst("^[A-Z]*", "");
        boolean whole =
                digits.matches("0[0-9]{6}")
                        || digits.matches("[0-9]{7,13}")
                                && SaidText.seen(text).strip().matches("(?s).*\\P{N}\\p{N}");
        int last = digits.length() - 1;
        return whole && checkDigit(digits.substring(0, last)) != digits.charAt(last) - '0';
    }

    /**
     * Whether a number is meant: by its letters and digits or, without the check digit, by what it
     * begins with; the operation's letters may be left out.
     *
     * @param asked as {@link #asked} gives it
     */
    public static boolean isMeant(String asked, String number) {
        boolean letters = !asked.isEmpty() && asked.charAt(0) > '9';
        int at = 0;
        int digits = 0;
        for (int i = 0; i < number.length() && at < asked.length(); i++) {
            char c = number.charAt(i);
            if (c == '-' || !letters && c > '9') {
                continue;
            }
            if (c != asked.charAt(at++)) {
                return false;
            }
            digits += c <= '9' ? 1 : 0;
        }
        return at == asked.length() && digits >= FEWEST_DIGITS;
    }

    private static int checkDigit(String digits) {
        int product = MODULUS;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return (MODULUS + 1 - product) % MODULUS;
    }
}
