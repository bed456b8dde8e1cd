package cloud.jarrah.audit.control;

import cloud.jarrah.audit.entity.Event;
import cloud.jarrah.audit.entity.EventActor;
import cloud.jarrah.audit.entity.EventContent;
import cloud.jarrah.audit.entity.EventRepository;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For features that change something by themselves, not because of a request. */
@Singleton
public class Events {
  private final EventRepository repository;
  private final DatabaseTime time;

  @Inject
  public Events(EventRepository repository, DatabaseTime time) {
    this.repository = repository;
    this.time = time;
  }

  /**
   * Records a change that the cloud itself made, in the transaction of the change.
   *
   * @param accountId owner of the resource
   * @param action as in {@code instances:failed}
   * @param reason in words, for people
   * @param before small JSON without secrets
   * @param after small JSON without secrets
   */
  public void changed(
      String accountId,
      String action,
      String resource,
      @Nullable String reason,
      @Nullable String before,
      @Nullable String after) {
    EventActor cloud =
        new EventActor("", accountId, "jarrah", "", "", Caller.Protocol.INTERNAL.name());
    EventContent content =
        new EventContent(action, List.of(resource), StoredJournal.APPLIED, reason, before, after);
    repository.add(new Event(time.now(), cloud, content));
  }
}
