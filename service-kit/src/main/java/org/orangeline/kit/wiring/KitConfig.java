package org.orangeline.kit.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Configuration of every service, prefix {@code orangeline}. */
@ConfigMapping(prefix = "orangeline")
public interface KitConfig {

    /** Partitions of every event topic; pinned in the log when the deployment is created. */
    @WithDefault("4")
    int partitions();

    /** Copies of every topic: 1 on one box, 3 on a cluster. */
    @WithDefault("1")
    short replication();

    /** Copies that must have a record before it counts as written: 1 on one box, 2 on a cluster. */
    @WithDefault("1")
    short minInsync();

    /** Where other instances of this service reach this one. */
    String address();

    /**
     * File with all keys of this process, readable by its owner only; {@code ./orangeline keys}
     * makes it. A service needs it.
     */
    Optional<Path> processKeys();

    /**
     * Folder with the master keys, in it a folder of this service's own that has to be there; all
     * instances of a service need the same one. When it is left out: {@code operation-keys} beside
     * the keys of the process.
     */
    Optional<Path> keyFolder();

    /** A key management service that keeps the master keys instead of the folder. */
    RemoteKeys keyService();

    /** Prefix {@code orangeline.key-service}; the Transit API of HashiCorp Vault and OpenBao. */
    interface RemoteKeys {

        /** Where the engine is mounted, for example {@code https://vault:8200/v1/transit}. */
        Optional<URI> url();

        /** File with the token, read at each call. */
        Optional<Path> tokenFile();

        /** The authorities, as PEM, that its certificate is signed by; Java's when left out. */
        Optional<Path> trust();
    }

    /** Services whose events this one learns; each is a channel of the same name. */
    Optional<List<String>> upstream();

    /** After so long without a heartbeat another instance takes over. */
    @WithDefault("10S")
    Duration sessionTimeout();

    /** Pause between assignment and fence; for failure drills only. */
    @WithDefault("0S")
    Duration takeoverHold();

    /** Different persons that an officer may read of in an hour before an alarm is raised. */
    @WithDefault("500")
    int readingBudget();

    /** Refused questions of one agency's program in an hour before an alarm is raised. */
    @WithDefault("20")
    int refusalBudget();

    /** How often the topics' settings are looked at. */
    @WithDefault("20S")
    Duration auditEvery();

    /** After an erasure, how often a record closes the open segment of the topic of keys. */
    @WithDefault("1H")
    Duration rollKeysEvery();

    /** How long a caller waits for a commit before it is told to repeat the command. */
    @WithDefault("15S")
    Duration commandTimeout();

    /**
     * For tests and demonstrations: a file with an ISO-8601 duration, by which this deployment's
     * clock is ahead of the real time. Never set where people are registered.
     */
    Optional<Path> clockFile();

    /** What officers' and agencies' tokens have to be. */
    Tokens tokens();

    /** Prefix {@code orangeline.tokens}. */
    interface Tokens {

        /** Values of the header {@code typ} that are taken. */
        @WithDefault("JWT,at+jwt")
        Set<String> types();

        /**
         * The claim that says who it is. Rule S3 compares it, so it must be the same for one human
         * in all tokens: with a provider that gives each client another {@code sub}, another claim.
         */
        @WithDefault("sub")
        String subject();

        /**
         * The issuer whose subjects are recorded without it: the deployment's first one. The issuer
         * of today when left out; named once the provider is replaced by another.
         */
        Optional<String> firstIssuer();

        /** File with the tokens that are refused although they have not run out. */
        Optional<Path> revoked();
    }

    /** TLS between this service, its callers and the other instances. */
    Tls tls();

    /** Prefix {@code orangeline.tls}. */
    interface Tls {

        /** The certificate of this service, and the chain above it, as PEM. */
        Optional<Path> certificate();

        /** The certificate's private key, as PEM; readable by its owner only. */
        Optional<Path> key();

        /**
         * The authorities, as PEM, that other instances' certificates are signed by; when it is
         * left out, those that Java knows.
         */
        Optional<Path> trust();

        /**
         * Says that a proxy in front ends TLS, and that nobody else reaches this service. It then
         * listens in the clear beyond loopback.
         */
        @WithDefault("false")
        boolean endedBefore();
    }
}
