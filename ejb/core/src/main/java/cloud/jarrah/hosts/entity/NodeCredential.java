package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A host's broker password, salted and hashed as the broker's realm reads it. */
@Entity
@Table(name = "node_credential")
public class NodeCredential {
  @Id
  @Column(name = "host_id")
  private String hostId;

  @Column(name = "secret_hash")
  private String secretHash;

  @Column(name = "salt")
  private String salt;

  protected NodeCredential() {}

  /**
   * A host's new password.
   *
   * @param hash hex SHA-256 over salt and password
   * @param salt hex
   */
  public NodeCredential(String hostId, String hash, String salt) {
    this.hostId = hostId;
    this.secretHash = hash;
    this.salt = salt;
  }
}
