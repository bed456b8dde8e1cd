package cloud.jarrah.agent.journal;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file per instance, replaced as a whole, with a copy in memory. A change is on the disk before
 * anybody can see it.
 */
public final class Journal {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final String SUFFIX = ".json";

  private final Path directory;
  private final Durability durability;
  private final ConcurrentMap<String, JournalEntry> entries = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private Journal(Path directory, Durability durability) {
    this.directory = directory;
    this.durability = durability;
  }

  public static Journal open(Path directory, Durability durability) throws IOException {
    Journal journal = new Journal(AtomicFiles.privateDirectory(directory), durability);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        journal.load(file);
      }
    }
    return journal;
  }

  private void load(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(AtomicFiles.TEMPORARY_SUFFIX)) {
      Files.delete(file);
    } else if (name.endsWith(SUFFIX)) {
      try {
        JournalEntry entry =
            NodeWire.decode(Files.readString(file, StandardCharsets.UTF_8), JournalEntry.class);
        entries.put(entry.instanceId(), entry);
      } catch (MalformedMessageException e) {
        // Never by our own writing: somebody else did this. Keep it for them, and run on.
        Path aside = file.resolveSibling(name + ".unreadable");
        Files.move(file, aside);
        LOG.log(
            System.Logger.Level.ERROR,
            "The journal of one instance cannot be read and was moved to " + aside,
            e);
      }
    }
  }

  public @Nullable JournalEntry find(String instanceId) {
    return entries.get(instanceId);
  }

  public Collection<JournalEntry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Changes an entry; nobody else changes it meanwhile.
   *
   * @param change gets the present entry, or {@code first} if there is none; returning an same
   *     object changes nothing
   * @throws UncheckedIOException if it cannot be written; then nothing has changed
   */
  public JournalEntry update(
      String instanceId, JournalEntry first, UnaryOperator<JournalEntry> change) {
    return entries.compute(
        instanceId,
        (id, present) -> {
          JournalEntry before = present == null ? first : present;
          JournalEntry after = change.apply(before);
          if (!after.equals(present)) {
            write(after);
          }
          return after;
        });
  }

  /** As above, for an instance that is known. */
  public @Nullable JournalEntry updateIfPresent(
      String instanceId, UnaryOperator<JournalEntry> change) {
    return entries.computeIfPresent(
        instanceId,
        (id, before) -> {
          JournalEntry after = change.apply(before);
          if (!after.equals(before)) {
            write(after);
          }
          return after;
        });
  }

  /** Forgets an instance that is another host's. */
  public void forget(String instanceId) {
    entries.computeIfPresent(instanceId, (id, present) -> erased(present));
  }

  /** Forgets instances that have been gone for long. */
  public void purge(Instant now) {
    Instant limit = now.minus(JournalEntry.TOMBSTONE_LIFE);
    for (JournalEntry entry : entries()) {
      if (entry.isTombstone() && entry.since().isBefore(limit)) {
        entries.computeIfPresent(
            entry.instanceId(), (id, present) -> present.equals(entry) ? erased(entry) : present);
      }
    }
  }

  /** Afterwards this object writes no more: its place may have been taken by another. */
  public void close() {
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }

  private @Nullable JournalEntry erased(JournalEntry entry) {
    try {
      AtomicFiles.delete(file(entry.instanceId()), durability);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove from the journal in " + directory, e);
    }
  }

  private void write(JournalEntry entry) {
    if (closed) {
      throw new IllegalStateException("the journal in " + directory + " is closed");
    }
    try {
      byte[] content = NodeWire.encode(entry).getBytes(StandardCharsets.UTF_8);
      AtomicFiles.write(file(entry.instanceId()), content, durability);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal in " + directory, e);
    }
  }

  private Path file(String instanceId) {
    return directory.resolve(instanceId + SUFFIX);
  }
}
