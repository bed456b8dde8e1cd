package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.node.InstanceSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;

/** Disks and a network of which there is nothing. */
final class SimulatedParts {

  private SimulatedParts() {}

  static final InstanceDisks DISKS =
      new InstanceDisks() {
        private final BootFiles none =
            new BootFiles(Path.of("/nonexistent"), null, null, Path.of("/nonexistent"));

        @Override
        public BootFiles ensure(InstanceSpec spec, boolean mayMake, Instant deadline) {
          return none;
        }

        @Override
        public void ensureAbsent(String instanceId) {}
      };

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
