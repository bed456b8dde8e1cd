package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcome of one launch request: one or more instances. */
@Entity
@Table(name = "reservations")
public class Reservation {
  @Id private String id;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "client_token")
  private @Nullable String clientToken;

  @Column(name = "request_digest")
  private String requestDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Reservation() {}

  /**
   * A new reservation.
   *
   * @param clientToken unique in the account if given
   * @param requestDigest of the request's parameters: the same token must come with the same ones
   */
  public Reservation(
      String id,
      String accountId,
      @Nullable String clientToken,
      String requestDigest,
      Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.clientToken = clientToken;
    this.requestDigest = requestDigest;
    this.createdAt = now;
  }

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public @Nullable String clientToken() {
    return clientToken;
  }

  public String requestDigest() {
    return requestDigest;
  }
}
