package cloud.jarrah.agent.network;

import cloud.jarrah.node.InstanceSpec;
import java.util.Collection;

/** Addresses of instances on this host. */
public interface Network extends AutoCloseable {

  /** Exactly these instances are here: said once, at start. */
  void restore(Collection<InstanceSpec> instances) throws NetworkException;

  /** The instance's interfaces will get their addresses. */
  void ensure(InstanceSpec instance) throws NetworkException;

  /** Nothing of the instance is left in the network. */
  void ensureAbsent(String instanceId) throws NetworkException;

  @Override
  void close();
}
