package org.orangeline.intake.arrival;

import java.util.Locale;

/**
 * The number that a person is called by: {@code BGZ-000123-7}. The last digit is ISO/IEC 7064 MOD
 * 11,10 over the digits before it: every single wrong digit and nearly every swap is noticed.
 */
public final class RegistrationNumber {

    private static final int MODULUS = 10;

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

    private static int checkDigit(String digits) {
        int product = MODULUS;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return (MODULUS + 1 - product) % MODULUS;
    }
}
