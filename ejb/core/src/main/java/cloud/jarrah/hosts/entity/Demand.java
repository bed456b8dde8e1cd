package cloud.jarrah.hosts.entity;

/** Room on a host: processor cores, MiB of memory, GiB of disk. */
public record Demand(int cores, int memoryMib, int diskGib) {
  public static final Demand NONE = new Demand(0, 0, 0);

  public Demand {
    if (cores < 0 || memoryMib < 0 || diskGib < 0) {
      throw new IllegalArgumentException("room cannot be negative");
    }
  }

  /** What a stopped instance keeps. */
  public Demand diskOnly() {
    return new Demand(0, 0, diskGib);
  }

  /** The room by which this exceeds the other; nothing where it does not. */
  public Demand beyond(Demand other) {
    return new Demand(
        Math.max(0, cores - other.cores),
        Math.max(0, memoryMib - other.memoryMib),
        Math.max(0, diskGib - other.diskGib));
  }

  @Override
  public String toString() {
    return cores + " cores, " + memoryMib + " MiB memory, " + diskGib + " GiB disk";
  }
}
