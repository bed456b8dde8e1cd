package cloud.jarrah.drift.boundary;

import cloud.jarrah.api.admin.ListDriftRequest;
import cloud.jarrah.api.admin.ListDriftResponse;
import cloud.jarrah.drift.entity.DriftFinding;
import cloud.jarrah.drift.entity.DriftRepository;
import cloud.jarrah.drift.entity.DriftRun;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows what audits found and mended, and what waits for an administrator. */
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
@Singleton
public class ListDrift implements Action<ListDriftRequest, ListDriftResponse> {
  private static final int MOST = 1000;

  private final DriftRepository repository;

  @Inject
  public ListDrift(DriftRepository repository) {
    this.repository = repository;
  }

  @Override
  public Prepared<ListDriftResponse> prepare(ListDriftRequest request, Caller caller) {
    return Prepared.of(
        () ->
            new ListDriftResponse(
                repository.runs().stream().map(ListDrift::kind).toList(),
                repository.open(MOST).stream().map(ListDrift::finding).toList()));
  }

  private static ListDriftResponse.Kind kind(DriftRun run) {
    return new ListDriftResponse.Kind(
        run.kind(), run.ranAt(), run.tookMillis(), run.found(), run.healed());
  }

  private static ListDriftResponse.Finding finding(DriftFinding finding) {
    return new ListDriftResponse.Finding(
        finding.kind(),
        finding.resource(),
        finding.detail() == null ? "" : finding.detail(),
        finding.firstSeen(),
        finding.lastSeen());
  }
}
