package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The directory with the host's key, certificate, trust anchor and identity; owner only. */
public final class IdentityStore {
  static final String KEY_STORE = "host.p12";
  static final String TRUST_STORE = "trust.p12";
  private static final String IDENTITY = "identity.json";

  private final Path directory;

  public IdentityStore(Path directory) throws IOException {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  public Path directory() {
    return directory;
  }

  public @Nullable HostIdentity load() throws EnrolmentException {
    Path file = directory.resolve(IDENTITY);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return NodeWire.decode(Files.readString(file), HostIdentity.class);
    } catch (IOException | MalformedMessageException e) {
      throw new EnrolmentException(
          "Cannot read the host's identity "
              + file
              + "; repair it, or remove "
              + directory
              + " and enrol the host again with a new token",
          false,
          e);
    }
  }

  /** The identity file is written last: whoever finds it finds the rest as well. */
  HostIdentity save(String name, HostKey key, Enrolment.Answer answer)
      throws IOException, GeneralSecurityException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Certificate own = certificate(answer.certificate());
    Certificate authority = certificate(answer.certificateAuthority());
    if (!own.getPublicKey().equals(key.pair().getPublic())) {
      throw new GeneralSecurityException("the certificate is for another key");
    }
    own.verify(authority.getPublicKey());

    KeyStore keys = empty();
    keys.setKeyEntry(
        "host",
        key.pair().getPrivate(),
        password.toCharArray(),
        new Certificate[] {own, authority});
    write(KEY_STORE, keys, password);
    KeyStore trust = empty();
    trust.setCertificateEntry("cloud", authority);
    write(TRUST_STORE, trust, password);
    HostIdentity identity =
        new HostIdentity(
            answer.hostId(),
            answer.hostEpoch(),
            name,
            answer.brokers(),
            answer.brokerPassword(),
            password);
    write(identity);
    return identity;
  }

  void write(HostIdentity identity) throws IOException {
    AtomicFiles.write(
        directory.resolve(IDENTITY),
        NodeWire.encode(identity).getBytes(StandardCharsets.UTF_8),
        Durability.POWER_CUT);
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private void write(String name, KeyStore store, String password)
      throws GeneralSecurityException, IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    store.store(content, password.toCharArray());
    AtomicFiles.write(directory.resolve(name), content.toByteArray(), Durability.POWER_CUT);
  }

  static Certificate certificate(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }
}
