package cloud.jarrah.hosts.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Since when somebody has listened to all hosts without a gap. */
@Singleton
public class ListenerRepository {
  /** A server that has not said for so long that it listens does not. */
  public static final Duration GAP = Duration.ofSeconds(15);

  private static final Duration KEPT = Duration.ofHours(1);

  private final EntityManager entities;

  @Inject
  public ListenerRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** The server listens now. */
  public void listens(String owner, Instant now) {
    HostListener known = entities.find(HostListener.class, owner);
    if (known == null) {
      entities.persist(new HostListener(owner, now));
    } else {
      known.listens(now);
    }
    entities
        .createQuery("delete from HostListener l where l.noted < :old or l.noted > :future")
        .setParameter("old", now.minus(KEPT))
        // From before the database's clock was set back: nothing is known of it any more.
        .setParameter("future", now.plus(GAP))
        .executeUpdate();
  }

  /**
   * Since when no host was unheard for the cloud's own sake: a server that is lost takes its broker
   * along, and the hosts there need time to turn to another; of one that has come back only its new
   * begin is known. So it is the latest begin of all who listen, or the latest loss. The beginning
   * of time if no server has ever said that it listens.
   */
  public Instant since(Instant now) {
    return since(
        entities.createQuery("select l from HostListener l", HostListener.class).getResultList(),
        now);
  }

  static Instant since(List<HostListener> listeners, Instant now) {
    if (listeners.isEmpty()) {
      return Instant.EPOCH;
    }
    Instant lost = Instant.EPOCH;
    Instant begun = Instant.EPOCH;
    boolean listening = false;
    for (HostListener listener : listeners) {
      Instant silentFrom = listener.noted().plus(GAP);
      if (silentFrom.isBefore(now)) {
        lost = silentFrom.isAfter(lost) ? silentFrom : lost;
      } else {
        listening = true;
        begun = listener.since().isAfter(begun) ? listener.since() : begun;
      }
    }
    if (!listening) {
      return now;
    }
    return begun.isAfter(lost) ? begun : lost;
  }
}
