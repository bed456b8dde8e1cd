package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.instancetypes.control.OfferedTypes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The sizes instances come in, as the administrator offers them. */
@Singleton
public class InstanceTypes {
  private final OfferedTypes offered;

  @Inject
  public InstanceTypes(OfferedTypes offered) {
    this.offered = offered;
  }

  /** A name and the room it stands for. */
  public record InstanceType(String name, Demand demand) {}

  public InstanceType require(String name) {
    return find(name).orElseThrow(() -> InstanceErrors.unknownType(name));
  }

  public Optional<InstanceType> find(String name) {
    return offered
        .find(name)
        .map(
            type ->
                new InstanceType(
                    type.name(), new Demand(type.vcpus(), type.memoryMib(), type.diskGib())));
  }
}
