package org.orangeline.launcher.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Versions;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.keys.KafkaAccounts;
import org.orangeline.runtime.log.LogClients;

/** Makes a broker know exactly these accounts and grant exactly these {@link Acls}. */
public final class Access {
    /** Guessing 32 random bytes is no cheaper with fewer. */
    private static final int ITERATIONS = 4096;

    private static final int REQUEST_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 1_000;

    private Access() {}

    /**
     * Grants, and takes away what is no longer granted: who left has no credentials, either.
     *
     * @param bootstrap where the broker answers
     * @param accounts the admin's, and the passwords to tell the broker; who has no file here keeps
     *     the password that the broker knows
     * @param inForce one that contradicts what the gateway went by before grants nothing
     * @param patience how long to wait for a broker that does not answer yet
     * @return what is granted
     * @throws LaunchException when the broker does not answer, or does not take it
     */
    public static Granted apply(
            String bootstrap,
            KafkaAccounts accounts,
            AgreementsInForce inForce,
            Duration patience) {
        Map<String, String> common = new HashMap<>(accounts.client(KafkaAccounts.ADMIN));
        common.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        Map<String, Object> config = new HashMap<>(common);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Admin admin = Admin.create(config)) {
                // First what is taken away: in between somebody may do less, and never more. Of who
                // has no agreement at all without waiting for the gateway's topic.
                revoke(admin, inForce.agencies(), inForce.withAccounts());
                Versions versions = BegunFeeds.versions(admin, new LogClients(common));
                List<String> agencies =
                        inForce.agreements().stream()
                                .filter(one -> versions.contradict(one).isEmpty())
                                .map(Agreement::agency)
                                .toList();
                revoke(admin, agencies, inForce.withAccounts(agencies));
                Set<String> known = credentials(admin, accounts, inForce.withAccounts(agencies));
                return grant(admin, known, agencies, deadline);
            } catch (InterruptException e) {
                throw interrupted(e);
            } catch (ExecutionException | KafkaException e) {
                Throwable why = e instanceof KafkaException ? e : e.getCause();
                if (!(why instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw new LaunchException(
                            "the broker at " + bootstrap + " was not secured: " + why, e);
                }
                pause();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    // The controller has them; whoever comes next must not be denied by a broker that has not.
    private static void awaitKnown(Admin admin, List<AclBinding> granted, long deadline)
            throws ExecutionException, InterruptedException {
        while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(granted)) {
            if (System.nanoTime() > deadline) {
                throw new LaunchException("the broker does not learn what is granted");
            }
            Thread.sleep(PAUSE_MILLIS / 20);
        }
    }

    private static Granted grant(
            Admin admin, Set<String> known, List<String> agencies, long deadline)
            throws ExecutionException, InterruptedException {
        Map<Boolean, List<String>> byAccount =
                agencies.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        agency -> known.contains(Principals.ofAgency(agency))));
        List<String> withAccount = Objects.requireNonNull(byAccount.get(true));
        List<AclBinding> granted = Acls.of(withAccount);
        admin.createAcls(granted).all().get();
        awaitKnown(admin, granted, deadline);
        return new Granted(
                withAccount, granted.size(), Objects.requireNonNull(byAccount.get(false)));
    }

    /**
     * Takes away every grant and all credentials but those that go with these agencies.
     *
     * @param agencies who keeps grants
     * @param withAccounts who keeps credentials
     */
    private static void revoke(Admin admin, List<String> agencies, List<String> withAccounts)
            throws ExecutionException, InterruptedException {
        Set<AclBinding> stale =
                new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
        Acls.of(agencies).forEach(stale::remove);
        if (!stale.isEmpty()) {
            admin.deleteAcls(stale.stream().map(AclBinding::toFilter).toList()).all().get();
        }
        List<String> principals = Principals.all(withAccounts);
        List<UserScramCredentialAlteration> left = new ArrayList<>();
        for (String known : admin.describeUserScramCredentials().users().get()) {
            if (!principals.contains(known)) {
                left.add(new UserScramCredentialDeletion(known, ScramMechanism.SCRAM_SHA_512));
            }
        }
        if (!left.isEmpty()) {
            forget(admin, left);
        }
    }

    // A broker may still show for a moment what its controller has deleted.
    private static void forget(Admin admin, List<UserScramCredentialAlteration> left)
            throws ExecutionException, InterruptedException {
        for (KafkaFuture<Void> deletion : admin.alterUserScramCredentials(left).values().values()) {
            try {
                Void unused = deletion.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof ResourceNotFoundException)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Tells the broker the passwords that are here.
     *
     * @return everybody whose password it knows then
     */
    private static Set<String> credentials(
            Admin admin, KafkaAccounts accounts, List<String> agencies)
            throws ExecutionException, InterruptedException {
        Set<String> known = new HashSet<>(admin.describeUserScramCredentials().users().get());
        List<UserScramCredentialAlteration> changes = new ArrayList<>();
        for (String principal : Principals.all(agencies)) {
            if (accounts.has(principal)) {
                changes.add(
                        new UserScramCredentialUpsertion(
                                principal,
                                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                                accounts.password(principal)));
                known.add(principal);
            }
        }
        for (String principal : Principals.all(List.of())) {
            if (!known.contains(principal)) {
                throw new LaunchException(
                        "there is no account " + principal + ": make it with ./orangeline keys");
            }
        }
        if (!changes.isEmpty()) {
            admin.alterUserScramCredentials(changes).all().get();
        }
        return known;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * What a broker grants now.
     *
     * @param agencies that may read what the gateway wrote for them
     * @param grants to all principals
     * @param withoutAccount agencies with an agreement, but no password to log in with
     */
    public record Granted(List<String> agencies, int grants, List<String> withoutAccount) {}

    private static LaunchException interrupted(Exception e) {
        Thread.currentThread().interrupt();
        return new LaunchException("stopped while the broker was being secured", e);
    }
}
