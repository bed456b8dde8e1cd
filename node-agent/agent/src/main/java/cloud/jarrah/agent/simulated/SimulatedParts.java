package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.network.Network;
import cloud.jarrah.node.InstanceSpec;
import java.util.Collection;

/** A network of which there is nothing. */
final class SimulatedParts {

  private SimulatedParts() {}

  static final Network NETWORK =
      new Network() {
        @Override
        public void restore(Collection<InstanceSpec> instances) {}

        @Override
        public void ensure(InstanceSpec instance) {}

        @Override
        public void ensureAbsent(String instanceId) {}

        @Override
        public void close() {}
      };
}
