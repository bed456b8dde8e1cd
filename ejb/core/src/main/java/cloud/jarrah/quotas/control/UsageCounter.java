package cloud.jarrah.quotas.control;

/** Counts what an account uses of something limited. A bean of the feature that owns it. */
public interface UsageCounter {

  /** Name of the limit, for example {@code instances}. */
  String quota();

  /** What is used now; called while the account is locked. */
  int used(String accountId);
}
