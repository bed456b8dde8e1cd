package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Demand;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sizes instances come in: the five names of Eucalyptus and some of today's. */
@Singleton
public class InstanceTypes {
  private final Map<String, InstanceType> types = new LinkedHashMap<>();

  /** A name and the room it stands for. */
  public record InstanceType(String name, Demand demand) {}

  public InstanceTypes() {
    add("m1.small", 1, 256, 2);
    add("c1.medium", 2, 512, 5);
    add("m1.large", 2, 1024, 10);
    add("m1.xlarge", 2, 2048, 10);
    add("c1.xlarge", 4, 4096, 20);
    add("t2.nano", 1, 512, 8);
    add("t2.micro", 1, 1024, 8);
    add("t3.micro", 2, 1024, 8);
    add("t3.small", 2, 2048, 8);
    add("t3.medium", 2, 4096, 16);
    add("m5.large", 2, 8192, 32);
  }

  private void add(String name, int cores, int memoryMib, int diskGib) {
    types.put(name, new InstanceType(name, new Demand(cores, memoryMib, diskGib)));
  }

  public InstanceType require(String name) {
    InstanceType type = types.get(name);
    if (type == null) {
      throw InstanceErrors.unknownType(name);
    }
    return type;
  }

  public Collection<InstanceType> all() {
    return types.values();
  }
}
