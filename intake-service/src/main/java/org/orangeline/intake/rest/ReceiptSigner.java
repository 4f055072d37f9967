package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.EdECPrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventChain;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.receipt.MerkleTree;
import org.orangeline.events.receipt.SignedRoot;
import org.orangeline.intake.wiring.ReceiptConfig;
import org.orangeline.kit.rest.ShownSequence;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Signs receipts over number, person, sequence and the hash of the event in the chain, so that a
 * tablet can tell offline that a printed registration is a true one.
 *
 * <p>An Ed25519 signature costs more than all else in an arrival's answer, and a commit answers
 * many at once. The first request that comes here signs for itself, a JWS (RFC 7515, RFC 8037). The
 * requests that arrive meanwhile wait for it; the next one signs for all of them, once, the root of
 * a Merkle tree over their receipts (ADR 0018). Nobody waits for a timer.
 */
@ApplicationScoped
public class ReceiptSigner {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** Receipts that are kept: a call that comes again soon gets the same text. */
    private static final int MOST_KEPT = 4_096;

    private final PublicJsonWebKey key;
    private final Ed25519PrivateKeyParameters secret;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock signing = new ReentrantLock();

    /** By claims; guarded by itself. */
    private final Map<String, String> kept =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private final ShownSequence numbers;

    @Inject
    ReceiptSigner(
            KitConfig config, ReceiptConfig receipts, ProcessKeys keys, ShownNumbers numbers) {
        this(ReceiptKey.of(config, receipts, keys), numbers);
    }

    ReceiptSigner(KeyPair pair, ShownSequence numbers) {
        this.numbers = numbers;
        secret = secret(pair);
        try {
            key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, 11));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /**
     * Text for a QR code. One that is given again is signed alone, unless it is remembered: so it
     * is the same each time.
     */
    String sign(Outcome.Done arrival) {
        return sign(arrival.first(PersonArrived.class), arrival.repeated());
    }

    String sign(Recorded<PersonArrived> arrived, boolean again) {
        String claims = claims(arrived);
        String known = known(claims);
        if (known != null) {
            return known;
        }
        return again ? keep(claims, alone(claims)) : together(claims);
    }

    /** The same for many at once, in their order. */
    List<String> sign(List<Outcome.Done> arrivals) {
        Map<Integer, String> receipts = new HashMap<>();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).repeated()) {
                receipts.put(i, sign(arrivals.get(i).first(PersonArrived.class), true));
            } else {
                fresh.add(i);
            }
        }
        for (int from = 0; from < fresh.size(); from += SignedRoot.MOST_LEAVES) {
            List<Integer> batch =
                    fresh.subList(from, Math.min(fresh.size(), from + SignedRoot.MOST_LEAVES));
            List<String> signed =
                    signed(
                            batch.stream()
                                    .map(i -> claims(arrivals.get(i).first(PersonArrived.class)))
                                    .toList());
            for (int i = 0; i < batch.size(); i++) {
                receipts.put(batch.get(i), signed.get(i));
            }
        }
        return IntStream.range(0, arrivals.size())
                .mapToObj(i -> Objects.requireNonNull(receipts.get(i)))
                .toList();
    }

    private String together(String claims) {
        Waiting mine = new Waiting(claims);
        waiting.add(mine);
        // A commit wakes many at once: those that can run come here before this one signs.
        Thread.yield();
        signing.lock();
        try {
            // Others may have signed for this one, or be before it in the queue.
            while (mine.receipt == null) {
                signThoseWaiting();
            }
            return mine.receipt;
        } finally {
            signing.unlock();
        }
    }

    private void signThoseWaiting() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < SignedRoot.MOST_LEAVES) {
            Waiting next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        List<String> receipts = signed(batch.stream().map(one -> one.claims).toList());
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).receipt = receipts.get(i);
        }
    }

    private List<String> signed(List<String> claims) {
        if (claims.size() == 1) {
            return List.of(keep(claims.getFirst(), alone(claims.getFirst())));
        }
        int of = claims.size();
        List<String> contents = new ArrayList<>();
        for (int at = 0; at < of; at++) {
            Map<String, Object> header = header();
            header.put("at", at);
            header.put("of", of);
            contents.add(text(JsonUtil.toJson(header)) + "." + text(claims.get(at)));
        }
        MerkleTree tree = new MerkleTree(contents.stream().map(ReceiptSigner::ascii).toList());
        String signature = signature(SignedRoot.bytes(of, tree.root()));
        List<String> receipts = new ArrayList<>();
        for (int at = 0; at < of; at++) {
            String path = TEXT.encodeToString(tree.path(at));
            receipts.add(keep(claims.get(at), contents.get(at) + "." + path + "." + signature));
        }
        return receipts;
    }

    private String alone(String claims) {
        String content = text(JsonUtil.toJson(header())) + "." + text(claims);
        return content + "." + signature(ascii(content));
    }

    private Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", AlgorithmIdentifiers.EDDSA);
        header.put("kid", key.getKeyId());
        return header;
    }

    // An Ed25519 signature of a text is one and the same whoever computes it (RFC 8032); this way
    // takes a twentieth of the JDK's time.
    private String signature(byte[] content) {
        Ed25519Signer signature = new Ed25519Signer();
        signature.init(true, secret);
        signature.update(content, 0, content.length);
        return TEXT.encodeToString(signature.generateSignature());
    }

    private static Ed25519PrivateKeyParameters secret(KeyPair pair) {
        return ((EdECPrivateKey) pair.getPrivate())
                .getBytes()
                .map(Ed25519PrivateKeyParameters::new)
                .orElseThrow(() -> new IllegalStateException("the key has no bytes"));
    }

    private String claims(Recorded<PersonArrived> arrived) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("op", arrived.envelope().operation());
        claims.put("num", arrived.event().registrationNumber());
        claims.put("per", arrived.event().personId().toString());
        claims.put(
                "seq", numbers.of(arrived.envelope().operation(), arrived.envelope().sequence()));
        claims.put("hash", TEXT.encodeToString(HexFormat.of().parseHex(EventChain.hash(arrived))));
        return JsonUtil.toJson(claims);
    }

    private @Nullable String known(String claims) {
        synchronized (kept) {
            return kept.get(claims);
        }
    }

    private String keep(String claims, String receipt) {
        synchronized (kept) {
            kept.putIfAbsent(claims, receipt);
            return kept.getOrDefault(claims, receipt);
        }
    }

    /** The key to check receipts with, as a JSON Web Key. */
    Map<String, Object> publicKey() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String text(String json) {
        return TEXT.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String content) {
        return content.getBytes(StandardCharsets.US_ASCII);
    }

    /** A receipt that is not signed yet; its fields are guarded by {@code signing}. */
    private static final class Waiting {

        private final String claims;
        private @Nullable String receipt;

        Waiting(String claims) {
            this.claims = claims;
        }
    }
}
