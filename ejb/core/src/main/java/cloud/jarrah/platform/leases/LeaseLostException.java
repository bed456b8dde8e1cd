package cloud.jarrah.platform.leases;

/** The lease has lapsed or is another's: the transaction must not be committed. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(Lease lease) {
    super(
        "the lease '"
            + lease.name()
            + "' of epoch "
            + lease.epoch()
            + " is no longer held by "
            + lease.owner()
            + ": this work is left to its present owner");
  }
}
