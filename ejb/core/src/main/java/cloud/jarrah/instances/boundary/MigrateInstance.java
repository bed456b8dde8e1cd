package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.admin.MigrateInstanceRequest;
import cloud.jarrah.api.admin.MigrateInstanceResponse;
import cloud.jarrah.instances.control.InstanceErrors;
import cloud.jarrah.instances.control.Migrating;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins to move a running instance to another host; its owner does not notice. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class MigrateInstance implements Action<MigrateInstanceRequest, MigrateInstanceResponse> {
  private final InstanceRepository instances;
  private final Migrating migrating;

  @Inject
  public MigrateInstance(InstanceRepository instances, Migrating migrating) {
    this.instances = instances;
    this.migrating = migrating;
  }

  @Override
  public Prepared<MigrateInstanceResponse> prepare(MigrateInstanceRequest request, Caller caller) {
    String id = request.instanceId() == null ? "" : request.instanceId();
    if (instances.findForAdministrator(id).isEmpty()) {
      throw InstanceErrors.notFound(List.of(id));
    }
    return Prepared.of(
        List.of("instance/" + id),
        () -> {
          Migration begun = migrating.begin(id, request.hostId(), caller.requestId());
          return new MigrateInstanceResponse(
              begun.id(), id, begun.sourceHost(), begun.targetHost());
        });
  }
}
