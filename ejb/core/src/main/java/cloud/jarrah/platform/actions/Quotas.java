package cloud.jarrah.platform.actions;

import java.util.List;

/** Limits of an account, checked in the transaction that uses them up. */
public interface Quotas {

  /**
   * @throws cloud.jarrah.api.ApiException if a charge exceeds what the account has left
   */
  void check(Caller caller, List<Prepared.Charge> charges);
}
