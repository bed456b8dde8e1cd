package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.GetConsoleOutputRequest;
import cloud.jarrah.api.ec2.GetConsoleOutputResponse;
import cloud.jarrah.api.ec2.InstanceId;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.entity.ConsoleOutput;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows the end of an instance's serial console, as its host last reported it. */
@ApiAction(effect = Effect.READ)
@Singleton
public class GetConsoleOutput implements Action<GetConsoleOutputRequest, GetConsoleOutputResponse> {
  private final NamedInstances named;
  private final InstanceRepository instances;

  @Inject
  public GetConsoleOutput(NamedInstances named, InstanceRepository instances) {
    this.named = named;
    this.instances = instances;
  }

  @Override
  public Prepared<GetConsoleOutputResponse> prepare(
      GetConsoleOutputRequest request, Caller caller) {
    if (request.instanceId == null) {
      throw new ApiException(
          ErrorCode.MISSING_PARAMETER, "The request must contain the parameter InstanceId");
    }
    InstanceId id = new InstanceId();
    id.instanceId = request.instanceId;
    List<Instance> found = named.find(caller.accountId(), List.of(id));
    return Prepared.of(InstanceArns.of(found), () -> response(found.get(0)));
  }

  private GetConsoleOutputResponse response(Instance instance) {
    Optional<ConsoleOutput> console = instances.console(instance.id());
    GetConsoleOutputResponse response = new GetConsoleOutputResponse();
    response.instanceId = instance.id();
    response.timestamp = console.map(ConsoleOutput::takenAt).orElse(instance.runs().launchedAt());
    response.output = console.map(ConsoleOutput::content).orElse("");
    return response;
  }
}
