package cloud.jarrah.instancetypes.control;

import cloud.jarrah.instancetypes.entity.OfferedType;
import cloud.jarrah.instancetypes.entity.OfferedTypeRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The types that can be launched now. */
@Singleton
public class OfferedTypes {
  private final OfferedTypeRepository types;

  @Inject
  public OfferedTypes(OfferedTypeRepository types) {
    this.types = types;
  }

  /** A type: its name and what an instance of it gets. */
  public record Type(String name, int vcpus, int memoryMib, int diskGib) {
    static Type of(OfferedType type) {
      return new Type(type.name(), type.vcpus(), type.memoryMib(), type.diskGib());
    }
  }

  public Optional<Type> find(String name) {
    return types.find(name).filter(OfferedType::enabled).map(Type::of);
  }

  /** In the order of their names, as the database has it. */
  public List<Type> all() {
    return types.all().stream().filter(OfferedType::enabled).map(Type::of).toList();
  }
}
