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

  String reservationId() {
    return reservationId;
  }

  int launchIndex() {
    return launchIndex;
  }

  @Nullable String clientToken() {
    return clientToken;
  }
}
