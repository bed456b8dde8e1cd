package cloud.jarrah.platform.leases;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.persistence.SkipLocked;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives leases to this server, and proves within a transaction that it still has one. */
@Singleton
public class Leases {
  /** No lease is held for longer at once. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int LONGEST_NAME = 120;

  private final EntityManager entities;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final String owner;

  /** The owner is this start of this server: a second start of it is another. */
  @Inject
  public Leases(
      EntityManager entities,
      Transactions transactions,
      DatabaseTime time,
      Ids ids,
      Settings settings) {
    this.entities = entities;
    this.transactions = transactions;
    this.time = time;
    String node = settings.text("jboss.node.name", "server");
    this.owner =
        (node.length() > LONGEST_NAME ? node.substring(0, LONGEST_NAME) : node)
            + '/'
            + ids.next("start");
  }

  /** This start of this server. */
  public String owner() {
    return owner;
  }

  /**
   * Takes the lease, or keeps it, from now on for the duration, at most five minutes; empty if
   * another server has it, or while a transaction that proved it is open. In a transaction of its
   * own.
   */
  public Optional<Lease> hold(String name, Duration duration) {
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("no lease is held for longer than " + LONGEST);
    }
    return new Retrying(transactions).requiresNew(() -> take(name, duration));
  }

  private Optional<Lease> take(String name, Duration duration) {
    // Most ask in vain, every few seconds. They lock nothing: the owner would have to wait for
    // them.
    if (isAnothers(name, time.now())) {
      return Optional.empty();
    }
    Optional<LeaseRow> free = free(name);
    // Read after the row was locked: waiting must not make an old time of it.
    Instant now = time.now();
    if (free.isPresent()) {
      return free.filter(row -> row.hold(owner, now, now.plus(duration))).map(LeaseRow::lease);
    }
    if (exists(name)) {
      return Optional.empty();
    }
    LeaseRow fresh = new LeaseRow(name, owner, now.plus(duration));
    // Two that begin at once meet at the key; the second looks again and finds the first.
    entities.persist(fresh);
    entities.flush();
    return Optional.of(fresh.lease());
  }

  /** All leases there are: 1 if this server has it, else 0. */
  Map<String, Long> held() {
    Instant now = time.now();
    Map<String, Long> held = new HashMap<>();
    entities
        .createQuery("select l from LeaseRow l", LeaseRow.class)
        .getResultList()
        .forEach(row -> held.put(row.name(), row.isHeldBy(owner, now) ? 1L : 0L));
    return held;
  }

  private Optional<LeaseRow> free(String name) {
    return SkipLocked.on(
            entities
                .createQuery("select l from LeaseRow l where l.name = :name", LeaseRow.class)
                .setParameter("name", name))
        .getResultStream()
        .findFirst();
  }

  private boolean isAnothers(String name, Instant now) {
    return entities
        .createQuery(
            "select l.until from LeaseRow l where l.name = :name and l.owner <> :owner",
            Instant.class)
        .setParameter("name", name)
        .setParameter("owner", owner)
        .getResultStream()
        .anyMatch(until -> LeaseRow.isHeld(until, now));
  }

  private boolean exists(String name) {
    return entities
            .createQuery("select count(l) from LeaseRow l where l.name = :name", Long.class)
            .setParameter("name", name)
            .getSingleResult()
        > 0;
  }

  /**
   * Proves that the lease is still held and locks its row: until the current transaction has ended
   * nobody else can get it, so all that the transaction writes is written by the owner. Call it
   * before the first change, and keep the transaction short.
   *
   * @throws LeaseLostException it lapsed, or is another's
   */
  public void requireCurrent(Lease lease) {
    LeaseRow row = entities.find(LeaseRow.class, lease.name(), LockModeType.PESSIMISTIC_WRITE);
    if (row != null) {
      entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }
    if (row == null || !row.isCurrent(lease, time.now())) {
      throw new LeaseLostException(lease);
    }
  }
}
