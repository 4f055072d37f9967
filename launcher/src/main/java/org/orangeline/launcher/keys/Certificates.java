package org.orangeline.launcher.keys;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.orangeline.launcher.LaunchException;

/**
 * A certificate authority of this deployment's own, and a certificate for each server. Whoever has
 * one from another authority puts it in their place.
 */
public final class Certificates {
    private static final String EC = "EC";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(825);

    /** A server's certificate that ends sooner is replaced by the next run. */
    private static final Duration RENEWED_BEFORE = Duration.ofDays(90);

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes what is missing or about to end.
     *
     * @param servers names of the servers, by which the others reach them, too
     * @param hosts more names and addresses that each of them is reached by
     * @throws LaunchException when the folder cannot be used
     */
    public static Certificates in(Path folder, List<String> servers, List<String> hosts) {
        Certificates certificates = new Certificates(folder);
        try {
            SecretFiles.ownerOnlyFolder(folder);
            if (!Files.exists(certificates.key("ca"))) {
                certificates.makeAuthority();
            }
            for (String server : servers) {
                if (certificates.mustMake(server)) {
                    certificates.make(server, hosts);
                }
            }
            return certificates;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new LaunchException(
                    "the certificates in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The authority's certificate, which clients trust. */
    public Path authority() {
        return certificate("ca");
    }

    /** The certificate of a server. */
    public Path certificate(String server) {
        return folder.resolve(server + ".pem");
    }

    /** The private key of a server. */
    public Path key(String server) {
        return folder.resolve(server + "-key.pem");
    }

    /**
     * For clients that believe this authority, and nobody else.
     *
     * @param authority the authority's certificate
     */
    public static SSLContext trusting(Path authority) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", read(authority));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchException(authority + " cannot be trusted: " + e.getMessage(), e);
        }
    }

    private boolean mustMake(String server) throws IOException, GeneralSecurityException {
        if (!Files.exists(key(server)) || !Files.exists(certificate(server))) {
            return true;
        }
        Instant end = read(certificate(server)).getNotAfter().toInstant();
        return end.isBefore(Instant.now().plus(RENEWED_BEFORE));
    }

    private void makeAuthority()
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = pair();
        X500Name name = new X500Name("CN=Orange Line " + new BigInteger(32, new SecureRandom()));
        X509v3CertificateBuilder builder = builder(name, name, pair, AUTHORITY_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        write("ca", builder, pair.getPrivate(), pair.getPrivate());
    }

    private void make(String server, List<String> hosts)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = pair();
        X500Name issuer = new X500Name(read(authority()).getSubjectX500Principal().getName());
        X509v3CertificateBuilder builder =
                builder(issuer, new X500Name("CN=" + server), pair, SERVER_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                        new KeyPurposeId[] {
                            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                        }));
        builder.addExtension(Extension.subjectAlternativeName, false, names(server, hosts));
        write(server, builder, pair.getPrivate(), Pem.privateKey(key("ca"), EC));
    }

    private static GeneralNames names(String server, List<String> hosts) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, server));
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        for (String host : hosts) {
            boolean address = host.matches("[0-9.]+|.*:.*");
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Duration life) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, new SecureRandom()).setBit(126),
                // Other machines' clocks may be behind.
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
    }

    // The key last: when it exists, its certificate does, too.
    private void write(
            String name, X509v3CertificateBuilder builder, PrivateKey key, PrivateKey signer)
            throws IOException, OperatorCreationException {
        byte[] der =
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer))
                        .getEncoded();
        Files.deleteIfExists(key(name));
        SecretFiles.write(certificate(name), Pem.of(Pem.CERTIFICATE, der));
        SecretFiles.write(key(name), Pem.of(Pem.PRIVATE, key.getEncoded()));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(EC);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
