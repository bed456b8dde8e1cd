package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host's duty, since when, by whose request, and what becomes of what cannot be moved. */
@Embeddable
public class Duty {
  @Enumerated(EnumType.STRING)
  @Column(name = "duty")
  private HostDuty duty = HostDuty.IN_SERVICE;

  /** What servers from before there were duties look at. */
  private boolean enabled = true;

  @Column(name = "duty_since")
  private @Nullable Instant since;

  @Column(name = "duty_by")
  private @Nullable String by;

  @Enumerated(EnumType.STRING)
  @Column(name = "duty_rest")
  private @Nullable Remainder remainder;

  protected Duty() {}

  /** Instances that run and cannot be moved. */
  public enum Remainder {
    /** They run on, and the host is not empty until their owners stop them. */
    LEAVE,
    /** They are stopped; their owners start them when the host is back. */
    STOP
  }

  static Duty initial() {
    return new Duty();
  }

  /**
   * Nothing new comes here from now on, and what runs here is moved away. Asked for again it does
   * not begin anew; only what becomes of the remainder may change.
   */
  public void drain(Remainder rest, String request, Instant now) {
    if (duty == HostDuty.IN_SERVICE) {
      become(HostDuty.DRAINING, now);
      by = request;
    }
    if (remainder != rest) {
      remainder = rest;
      by = request;
    }
  }

  /** Nothing runs here any more. */
  public void emptied(Instant now) {
    become(HostDuty.MAINTENANCE, now);
  }

  /** In service again. */
  public void resume(String request, Instant now) {
    if (duty != HostDuty.IN_SERVICE) {
      become(HostDuty.IN_SERVICE, now);
      remainder = null;
      by = request;
    }
  }

  private void become(HostDuty next, Instant now) {
    duty = next;
    since = now;
    enabled = next == HostDuty.IN_SERVICE;
  }

  /** Whether instances may be placed and started here. */
  public boolean inService() {
    return enabled && duty == HostDuty.IN_SERVICE;
  }

  /**
   * Since when its silence counts: it was expected to speak from then on. Null: it is not expected
   * to.
   */
  public @Nullable Instant expectedSince(@Nullable Instant lastSeen) {
    if (duty == HostDuty.MAINTENANCE || lastSeen == null) {
      return null;
    }
    boolean back = duty == HostDuty.IN_SERVICE && since != null && since.isAfter(lastSeen);
    return back ? since : lastSeen;
  }

  /** A time that is still to come is from before the database's clock was set back. */
  void clockWasSetBack(Instant now) {
    since = since == null ? null : Standing.earlier(since, now);
  }

  public HostDuty duty() {
    return duty;
  }

  public @Nullable Instant since() {
    return since;
  }

  public @Nullable String by() {
    return by;
  }

  public @Nullable Remainder remainder() {
    return remainder;
  }
}
