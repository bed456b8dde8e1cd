package cloud.jarrah.platform.nodes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the outbox: one command for one host, until it is answered, superseded or too late. */
@Entity
@Table(name = "node_commands")
public class OutgoingCommand {
  private static final Duration FIRST_RESEND = Duration.ofSeconds(2);
  private static final Duration SLOWEST_RESEND = Duration.ofSeconds(30);

  @Id private String id;

  @Column(name = "host_id")
  private String hostId;

  private String resource;

  @Column(name = "open_resource")
  private @Nullable String openResource;

  private long generation;
  private String kind;
  private String payload;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "request_id")
  private String requestId;

  private Instant deadline;
  private int attempts;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_publish_at")
  private @Nullable Instant nextPublishAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "outcome")
  private @Nullable String outcome;

  @Version private long version;

  /** Life of a command. */
  public enum State {
    OPEN,
    DONE,
    FAILED,
    SUPERSEDED,
    EXPIRED
  }

  protected OutgoingCommand() {}

  OutgoingCommand(String id, CommandOutbox.Order order, String kind, String payload, Instant now) {
    this.id = id;
    this.hostId = order.hostId();
    this.resource = order.resource();
    this.openResource = order.resource();
    this.generation = order.generation();
    this.kind = kind;
    this.payload = payload;
    this.state = State.OPEN;
    this.requestId = order.requestId();
    this.deadline = order.deadline();
    this.createdAt = now;
    this.nextPublishAt = now;
  }

  /** Notes a sending, and when to send again unless an answer comes: 2, 4, 8 … 30 seconds later. */
  void sent(Instant now) {
    attempts++;
    long seconds =
        Math.min(
            SLOWEST_RESEND.toSeconds(), FIRST_RESEND.toSeconds() << Math.min(attempts - 1, 10));
    nextPublishAt = now.plusSeconds(seconds);
  }

  boolean wasSent() {
    return attempts > 0;
  }

  /** How often it was sent. */
  int attempts() {
    return attempts;
  }

  /** How long ago it was written. */
  Duration age(Instant now) {
    return Duration.between(createdAt, now);
  }

  /** It is not sent before then. */
  void putOff(Instant until) {
    nextPublishAt = until;
  }

  /** Makes the next sending happen at once. */
  void sendSoon(Instant now) {
    if (state == State.OPEN) {
      nextPublishAt = now;
    }
  }

  void close(State end, @Nullable String text, Instant now) {
    state = end;
    openResource = null;
    nextPublishAt = null;
    // It may hold a user's data, and nobody sends it again.
    payload = "";
    answeredAt = now;
    outcome = text == null || text.length() <= 1024 ? text : text.substring(0, 1024);
  }

  public String id() {
    return id;
  }

  public String hostId() {
    return hostId;
  }

  public String resource() {
    return resource;
  }

  public long generation() {
    return generation;
  }

  public String kind() {
    return kind;
  }

  String payload() {
    return payload;
  }

  String requestId() {
    return requestId;
  }

  public Instant deadline() {
    return deadline;
  }

  public boolean open() {
    return state == State.OPEN;
  }

  public State state() {
    return state;
  }
}
