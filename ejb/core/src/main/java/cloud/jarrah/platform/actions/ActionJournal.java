package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import java.util.List;

/** Who did what, when, to what: one row for every change and every refusal. */
public interface ActionJournal {

  /** Records a change, in the transaction of the change. */
  void applied(ActionCatalogue.Entry entry, Invocation invocation, List<String> resources);

  /** Records a refusal, in a transaction of its own. */
  void refused(ActionCatalogue.Entry entry, Invocation invocation, ApiException refusal);
}
