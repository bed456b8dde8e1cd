package cloud.jarrah.audit.control;

import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.audit.entity.EventRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What callers were refused, for administrators. */
@Singleton
public class Refusals {
  private final EventRepository repository;

  @Inject
  public Refusals(EventRepository repository) {
    this.repository = repository;
  }

  /**
   * A refused request.
   *
   * @param text what the caller was told
   */
  public record Refusal(
      Instant time, String requestId, String accountId, String action, String text) {}

  /** The last refusals with a code, the newest first. */
  public List<Refusal> newest(ErrorCode code, int most) {
    return repository.newestWith(code.wireName(), most).stream()
        .map(
            event ->
                new Refusal(
                    event.happenedAt(),
                    event.requestId(),
                    event.accountId(),
                    event.action(),
                    event.detail() == null ? "" : event.detail()))
        .toList();
  }
}
