package cloud.jarrah.keypairs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The public half of an SSH key pair. Never changes. */
@Entity
@Table(name = "key_pair")
public class KeyPair {
  @Id private String id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(nullable = false)
  private String name;

  @Column(name = "key_type", nullable = false)
  private String type;

  @Column(nullable = false)
  private String fingerprint;

  @Column(name = "public_key", nullable = false)
  private String publicKey;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected KeyPair() {}

  public KeyPair(String id, String accountId, String name, Content content, Instant createdAt) {
    this.id = id;
    this.accountId = accountId;
    this.name = name;
    this.type = content.type();
    this.fingerprint = content.fingerprint();
    this.publicKey = content.publicKey();
    this.createdAt = createdAt;
  }

  /**
   * What makes one key differ from another.
   *
   * @param type {@code rsa} or {@code ed25519}
   * @param fingerprint in the public API's notation for this type and origin
   * @param publicKey one line in OpenSSH format without comment
   */
  public record Content(String type, String fingerprint, String publicKey) {}

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  public String fingerprint() {
    return fingerprint;
  }

  /**
   * One line in OpenSSH format, with the name as comment, as a guest's authorized_keys wants it.
   */
  public String publicKeyLine() {
    return publicKey + " " + name.replaceAll("[\\p{Cntrl}\\s]", "-");
  }

  public Instant createdAt() {
    return createdAt;
  }
}
