package cloud.jarrah.hosts.entity;

import cloud.jarrah.node.NodeReport.Slumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host is awake. Each order to sleep or to stay awake has a number of its own; the host
 * counts as awake again only when it has said that it has seen the last one, after which it obeys
 * no earlier order.
 */
@Embeddable
public class Power {
  /** Longer than an order to sleep is under way, and than a host may take to obey. */
  private static final Duration FALLS_ASLEEP_WITHIN = Duration.ofSeconds(90);

  /** By so much a host may be ahead. */
  private static final long BELIEVED = 1_000_000;

  @Enumerated(EnumType.STRING)
  @Column(name = "power")
  private HostPower power = HostPower.AWAKE;

  @Column(name = "power_since")
  private @Nullable Instant since;

  @Column(name = "power_number")
  private long number;

  @Column(name = "wake_mac")
  private @Nullable String mac;

  @Column(name = "wake_tried_at")
  private @Nullable Instant triedAt;

  @Column(name = "idle_since")
  private @Nullable Instant idleSince;

  protected Power() {}

  static Power initial() {
    return new Power();
  }

  /** What an inventory says; null: the host cannot sleep, and obeys no order to. */
  public void says(@Nullable Slumber slumber, Instant now) {
    mac = slumber == null ? null : slumber.mac();
    if (slumber != null && slumber.number() > number && slumber.number() - number < BELIEVED) {
      // It knows orders that this row does not: it was enrolled anew, or the database restored. The
      // last one may have been to sleep, and is about to be obeyed.
      number = slumber.number() + 1;
      if (power == HostPower.AWAKE) {
        become(HostPower.WAKING, now);
      }
    }
    boolean sure = slumber == null || slumber.number() >= number;
    if (power == HostPower.WAKING && sure) {
      become(HostPower.AWAKE, now);
      idleSince = null;
    }
  }

  /** Times that are still to come are from before the database's clock was set back. */
  void clockWasSetBack(Instant now) {
    since = Standing.earlier(since, now);
    triedAt = Standing.earlier(triedAt, now);
    idleSince = Standing.earlier(idleSince, now);
  }

  /** Nothing is there, or something is. */
  public void idle(boolean nothingThere, Instant now) {
    if (nothingThere != (idleSince != null)) {
      idleSince = nothingThere ? now : null;
    }
  }

  /** It is told to sleep. */
  public void sleep(Instant now) {
    number++;
    become(HostPower.ASLEEP, now);
  }

  /** It is needed. */
  public void wake(Instant now) {
    if (power == HostPower.ASLEEP || power == HostPower.UNWAKEABLE) {
      number++;
      become(HostPower.WAKING, now);
    }
  }

  /** It was tried to wake it. */
  public void tried(Instant now) {
    triedAt = now;
  }

  public void notWoken(Instant now) {
    become(HostPower.UNWAKEABLE, now);
  }

  /** An administrator says that it can be woken. */
  public void believe(Instant now) {
    if (power == HostPower.UNWAKEABLE) {
      become(HostPower.ASLEEP, now);
    }
  }

  /** It does not sleep although it was told to, or was switched on by somebody. */
  public boolean speaks(@Nullable Instant lastSeen) {
    if (lastSeen == null || since == null) {
      return false;
    }
    return switch (power) {
      case ASLEEP -> lastSeen.isAfter(since.plus(FALLS_ASLEEP_WITHIN));
      case UNWAKEABLE -> lastSeen.isAfter(since);
      case AWAKE, WAKING -> false;
    };
  }

  private void become(HostPower next, Instant now) {
    power = next;
    since = now;
    triedAt = null;
  }

  public HostPower power() {
    return power;
  }

  public boolean awake() {
    return power == HostPower.AWAKE;
  }

  /** Its silence is what is wanted, or is being ended. */
  public boolean sleeps() {
    return power == HostPower.ASLEEP || power == HostPower.WAKING;
  }

  public @Nullable Instant since() {
    return since;
  }

  public long number() {
    return number;
  }

  /** Null: it cannot sleep. */
  public @Nullable String mac() {
    return mac;
  }

  public @Nullable Instant triedAt() {
    return triedAt;
  }

  public @Nullable Instant idleSince() {
    return idleSince;
  }
}
