package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Which request made an instance. */
@Embeddable
public class Origin {
  @Column(name = "reservation_id")
  private String reservationId;

  @Column(name = "launch_index")
  private int launchIndex;

  @Column(name = "client_token")
  private @Nullable String clientToken;

  protected Origin() {}

  /**
   * @param launchIndex its number in the reservation, from 0 on
   */
  Origin(Reservation reservation, int launchIndex) {
    this.reservationId = reservation.id();
    this.launchIndex = launchIndex;
    this.clientToken = reservation.clientToken();
  }

  public String reservationId() {
    return reservationId;
  }

  public int launchIndex() {
    return launchIndex;
  }

  /** The token that came with the request, if any. */
  public @Nullable String clientToken() {
    return clientToken;
  }
}
