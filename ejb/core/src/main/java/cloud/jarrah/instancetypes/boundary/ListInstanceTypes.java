package cloud.jarrah.instancetypes.boundary;

import cloud.jarrah.api.admin.ListInstanceTypesRequest;
import cloud.jarrah.api.admin.ListInstanceTypesResponse;
import cloud.jarrah.instancetypes.control.AdministeredTypes;
import cloud.jarrah.instancetypes.entity.OfferedTypeRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Lists all instance types. */
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
@Singleton
public class ListInstanceTypes
    implements Action<ListInstanceTypesRequest, ListInstanceTypesResponse> {
  private final OfferedTypeRepository types;

  @Inject
  public ListInstanceTypes(OfferedTypeRepository types) {
    this.types = types;
  }

  @Override
  public Prepared<ListInstanceTypesResponse> prepare(
      ListInstanceTypesRequest request, Caller caller) {
    return Prepared.of(
        () ->
            new ListInstanceTypesResponse(
                types.all().stream().map(AdministeredTypes::shown).toList()));
  }
}
