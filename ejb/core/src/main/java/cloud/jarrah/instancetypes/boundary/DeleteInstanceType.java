package cloud.jarrah.instancetypes.boundary;

import cloud.jarrah.api.admin.DeleteInstanceTypeRequest;
import cloud.jarrah.api.admin.DeleteInstanceTypeResponse;
import cloud.jarrah.instancetypes.control.AdministeredTypes;
import cloud.jarrah.instancetypes.control.InstanceTypeErrors;
import cloud.jarrah.instancetypes.entity.OfferedType;
import cloud.jarrah.instancetypes.entity.OfferedTypeRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Removes an instance type. Instances of it keep their size and can be started still. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class DeleteInstanceType
    implements Action<DeleteInstanceTypeRequest, DeleteInstanceTypeResponse> {
  private final OfferedTypeRepository types;

  @Inject
  public DeleteInstanceType(OfferedTypeRepository types) {
    this.types = types;
  }

  @Override
  public Prepared<DeleteInstanceTypeResponse> prepare(
      DeleteInstanceTypeRequest request, Caller caller) {
    String name = AdministeredTypes.checkName(request.name());
    OfferedType type = types.lock(name).orElseThrow(() -> InstanceTypeErrors.notFound(name));
    return Prepared.of(
        List.of("instance-type/" + name),
        () -> {
          types.remove(type);
          return new DeleteInstanceTypeResponse(name);
        });
  }
}
