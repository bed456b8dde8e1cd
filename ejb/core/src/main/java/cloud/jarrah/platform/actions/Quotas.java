package cloud.jarrah.platform.actions;

import java.util.List;

/** Limits of an account. */
public interface Quotas {

  /**
   * @throws cloud.jarrah.api.ApiException if the charges exceed what the account has left
   */
  void check(Caller caller, List<Prepared.Charge> charges, Moment moment);

  /** When in a transaction that uses something up. */
  enum Moment {
    /** Before it is used: what is hopeless is refused early. Others may use the rest meanwhile. */
    BEFORE,
    /**
     * After it was used, as the last thing before the commit: this one is binding. From here on
     * others of the account wait, so it has to be short.
     */
    AFTER
  }
}
