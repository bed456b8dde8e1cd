package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.ListPlacementRefusalsRequest;
import cloud.jarrah.api.admin.ListPlacementRefusalsResponse;
import cloud.jarrah.audit.control.Refusals;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows which launches and starts found no room, and why. */
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
@Singleton
public class ListPlacementRefusals
    implements Action<ListPlacementRefusalsRequest, ListPlacementRefusalsResponse> {
  private static final int MOST = 100;

  private final Refusals refusals;

  @Inject
  public ListPlacementRefusals(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public Prepared<ListPlacementRefusalsResponse> prepare(
      ListPlacementRefusalsRequest request, Caller caller) {
    return Prepared.of(
        () ->
            new ListPlacementRefusalsResponse(
                refusals.newest(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, MOST).stream()
                    .map(
                        refusal ->
                            new ListPlacementRefusalsResponse.Refusal(
                                refusal.time(),
                                refusal.requestId(),
                                refusal.accountId(),
                                refusal.action(),
                                refusal.text()))
                    .toList()));
  }
}
