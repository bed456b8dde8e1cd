package cloud.jarrah.audit.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.audit.entity.Event;
import cloud.jarrah.audit.entity.EventActor;
import cloud.jarrah.audit.entity.EventContent;
import cloud.jarrah.audit.entity.EventRepository;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.ActionJournal;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** The journal of all requests, in the database. */
@Singleton
public class StoredJournal implements ActionJournal {
  private static final Logger LOG = Logger.getLogger(StoredJournal.class);

  static final String APPLIED = "applied";

  /** What an auditor wants to see of a question as well: somebody asked who may not. */
  private static final Set<ErrorCode> DENIALS =
      Set.of(ErrorCode.UNAUTHORIZED_OPERATION, ErrorCode.ACCESS_DENIED);

  private final EventRepository repository;
  private final DatabaseTime time;

  @Inject
  public StoredJournal(EventRepository repository, DatabaseTime time) {
    this.repository = repository;
    this.time = time;
  }

  /** A question that was answered leaves no row: nothing changed. */
  @Override
  public void applied(ActionCatalogue.Entry entry, Invocation invocation, List<String> resources) {
    if (entry.effect() == Effect.WRITE) {
      add(entry, invocation, resources, APPLIED, RequestSummary.of(invocation.request()));
    }
  }

  /** A question that cannot be answered, say for a wrong id, leaves no row, nor does a dry run. */
  @Override
  public void refused(ActionCatalogue.Entry entry, Invocation invocation, ApiException refusal) {
    if (entry.service() == Service.NODE) {
      // Who knocks there is nobody yet: rows would be anybody's to write.
      LOG.warnf(
          "%s from %s: %s",
          entry.name(), invocation.caller().sourceAddress(), refusal.code().wireName());
      return;
    }
    boolean worthARow =
        DENIALS.contains(refusal.code())
            || (entry.effect() == Effect.WRITE && refusal.code() != ErrorCode.DRY_RUN_OPERATION);
    if (worthARow) {
      add(entry, invocation, List.of(), refusal.code().wireName(), refusal.getMessage());
    }
  }

  private void add(
      ActionCatalogue.Entry entry,
      Invocation invocation,
      List<String> resources,
      String outcome,
      String detail) {
    String action = entry.service().prefix() + ":" + entry.name();
    LOG.infof(
        "%s by %s of %s: %s %s",
        action,
        invocation.caller().identity().userName(),
        invocation.caller().accountId(),
        outcome,
        resources);
    EventContent content = new EventContent(action, resources, outcome, detail, null, null);
    repository.add(new Event(time.now(), actor(invocation.caller()), content));
  }

  private static EventActor actor(Caller caller) {
    return new EventActor(
        caller.requestId(),
        caller.accountId(),
        caller.identity().userName(),
        caller.credential(),
        caller.sourceAddress(),
        caller.protocol().name());
  }
}
