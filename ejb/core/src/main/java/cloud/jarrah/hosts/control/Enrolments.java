package cloud.jarrah.hosts.control;

import cloud.jarrah.accounts.control.CertificateAuthority;
import cloud.jarrah.hosts.entity.EnrolmentToken;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.NodeCredential;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.zones.control.Zones;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Lets hosts into the cloud: a token from the administrator buys a certificate and a password. */
@Singleton
public class Enrolments {
  private static final Duration TOKEN_VALID = Duration.ofHours(24);

  private final HostRepository hosts;
  private final CertificateAuthority authority;
  private final Heartbeats heartbeats;
  private final Zones zones;
  private final Ids ids;
  private final DatabaseTime time;
  private final Brokers brokers;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public Enrolments(
      HostRepository hosts,
      CertificateAuthority authority,
      Heartbeats heartbeats,
      Zones zones,
      Ids ids,
      DatabaseTime time,
      Brokers brokers) {
    this.hosts = hosts;
    this.authority = authority;
    this.heartbeats = heartbeats;
    this.zones = zones;
    this.ids = ids;
    this.time = time;
    this.brokers = brokers;
  }

  /** A token for one enrolment, shown once. */
  public record Token(String token, Instant expires) {}

  public Token issue(String hostName) {
    String token = secret(24);
    Instant expires = time.now().plus(TOKEN_VALID);
    hosts.add(new EnrolmentToken(sha256(token), hostName, expires));
    return new Token(token, expires);
  }

  /** Enrols a host; one of the same name comes back as a new self of it. */
  public Enrolment.Answer enrol(Enrolment.Request request) {
    Instant now = time.now();
    boolean good =
        hosts
            .lockToken(sha256(request.token()))
            .filter(token -> token.redeem(request.name(), now))
            .isPresent();
    if (!good) {
      throw HostErrors.badToken();
    }
    Host host =
        hosts
            .findByName(request.name())
            .map(known -> again(known, now))
            .orElseGet(() -> fresh(request.name(), now));
    String password = secret(24);
    setPassword(host.id(), password);
    heartbeats.ask(host);
    return new Enrolment.Answer(
        host.id(),
        host.epoch(),
        authority.signHost(request.certificateRequest(), host.id(), now),
        authority.certificate(),
        password,
        brokers.addresses());
  }

  private static Host again(Host host, Instant now) {
    host.enrolAgain(now);
    return host;
  }

  private Host fresh(String name, Instant now) {
    Host host = new Host(ids.next("host"), name, zones.require(null), now);
    hosts.add(host);
    return host;
  }

  /** As the broker's realm checks it: hex of SHA-256 over the salt's bytes and the password. */
  private void setPassword(String hostId, String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    MessageDigest digest = digest();
    digest.update(salt);
    digest.update(password.getBytes(StandardCharsets.UTF_8));
    hosts.put(
        new NodeCredential(
            hostId, HexFormat.of().formatHex(digest.digest()), HexFormat.of().formatHex(salt)));
  }

  private String secret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
