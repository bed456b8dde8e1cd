package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.HostBrake;
import cloud.jarrah.hosts.entity.ListenerRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** What servers tell each other about listening to hosts, and about the brake. */
@Singleton
public class FailureNotes {
  private final ListenerRepository listeners;
  private final EntityManager entities;

  @Inject
  public FailureNotes(ListenerRepository listeners, EntityManager entities) {
    this.listeners = listeners;
    this.entities = entities;
  }

  void listens(String owner, Instant now) {
    listeners.listens(owner, now);
  }

  public Instant listeningSince(Instant now) {
    return listeners.since(now);
  }

  /** Writes down whether the brake holds; true if that has changed. */
  boolean brake(Optional<String> why, Instant now) {
    HostBrake brake = entities.find(HostBrake.class, HostBrake.HOSTS);
    if (brake == null) {
      brake = new HostBrake(HostBrake.HOSTS);
      entities.persist(brake);
    }
    return brake.hold(why.orElse(null), now);
  }

  /** Why and since when nothing is fenced; empty: the brake does not hold. */
  public Optional<HostBrake> brake() {
    return Optional.ofNullable(entities.find(HostBrake.class, HostBrake.HOSTS))
        .filter(brake -> brake.since() != null);
  }
}
