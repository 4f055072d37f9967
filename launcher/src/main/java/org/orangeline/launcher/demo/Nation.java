package org.orangeline.launcher.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Where people say they come from, and how their names are written. */
@SuppressWarnings("ImmutableEnumChecker") // Names holds immutable lists.
enum Nation {
    SYRIA("SYR", Names.ARABIC),
    IRAQ("IRQ", Names.ARABIC),
    RUSSIA("RUS", Names.RUSSIAN),
    KAZAKHSTAN("KAZ", Names.KAZAKH),
    FRANCE("FRA", Names.FRENCH),
    GERMANY("DEU", Names.GERMAN),
    SWEDEN("SWE", Names.SWEDISH),
    TURKEY("TUR", Names.TURKISH),
    TUNISIA("TUN", Names.ARABIC);

    private static final List<Nation> FOREIGN =
            List.of(RUSSIA, KAZAKHSTAN, FRANCE, GERMANY, SWEDEN, TURKEY, TUNISIA);

    private final String code;
    private final Names names;

    Nation(String code, Names names) {
        this.code = code;
        this.names = names;
    }

    /** ISO 3166-1 alpha-3. */
    String code() {
        return code;
    }

    Names names() {
        return names;
    }

    /** Al-Hol, mid 2019: 43% Syrian, 42% Iraqi, 15% foreign. */
    static Nation any(RandomGenerator random) {
        int percent = random.nextInt(100);
        if (percent < 43) {
            return SYRIA;
        }
        return percent < 85 ? IRAQ : FOREIGN.get(random.nextInt(FOREIGN.size()));
    }
}
