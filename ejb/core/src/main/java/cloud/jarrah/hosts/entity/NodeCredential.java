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

  public NodeCredential(String hostId) {
    this.hostId = hostId;
  }

  /**
   * Replaces the password.
   *
   * @param hash hex SHA-256 over password and salt
   * @param newSalt hex
   */
  public void replace(String hash, String newSalt) {
    secretHash = hash;
    salt = newSalt;
  }
}
