package cloud.jarrah.instancetypes.boundary;

import cloud.jarrah.api.admin.InstanceTypeSettings;
import cloud.jarrah.api.admin.PutInstanceTypeRequest;
import cloud.jarrah.api.admin.PutInstanceTypeResponse;
import cloud.jarrah.instancetypes.control.AdministeredTypes;
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

/** Adds an instance type or changes it for instances to come. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class PutInstanceType implements Action<PutInstanceTypeRequest, PutInstanceTypeResponse> {
  private final OfferedTypeRepository types;

  @Inject
  public PutInstanceType(OfferedTypeRepository types) {
    this.types = types;
  }

  @Override
  public Prepared<PutInstanceTypeResponse> prepare(PutInstanceTypeRequest request, Caller caller) {
    String name = AdministeredTypes.checkName(request.name());
    InstanceTypeSettings wanted = AdministeredTypes.check(request.settings());
    return Prepared.of(
        List.of("instance-type/" + name),
        () -> {
          OfferedType type = types.lock(name).orElseGet(() -> added(name));
          AdministeredTypes.offer(type, wanted);
          return new PutInstanceTypeResponse(AdministeredTypes.shown(type));
        });
  }

  private OfferedType added(String name) {
    OfferedType type = new OfferedType(name);
    types.add(type);
    return type;
  }
}
